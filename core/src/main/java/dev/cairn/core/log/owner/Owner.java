package dev.cairn.core.log.owner;

import java.util.stream.Stream;

/**
 * The process that an attempt runs in. A text is empty where the system does not tell.
 *
 * @param host name for people
 * @param hostId identity of the machine
 * @param bootId identity of the machine's current boot
 * @param pidNamespace the namespace that the process id counts in
 * @param user the system's number of the user
 * @param pid process id
 * @param started when the process started, as the system counts; compared for equality only
 * @param instance random, one per opened store
 */
public record Owner(
    String host,
    String hostId,
    String bootId,
    String pidNamespace,
    String user,
    long pid,
    String started,
    String instance) {

  /** What is said of an owner that is not known, its claim being damaged. */
  public static final Owner UNKNOWN = new Owner("", "", "", "", "", 0, "", "");

  /** Whether the system told everything that identifies a process for certain. */
  public boolean isKnown() {
    return Stream.of(hostId, bootId, pidNamespace, user, started).noneMatch(String::isEmpty);
  }

  /** Whether two processes run on one system, under one user, where process ids mean the same. */
  public boolean sharesProcessesWith(Owner other) {
    return hostId.equals(other.hostId)
        && bootId.equals(other.bootId)
        && pidNamespace.equals(other.pidNamespace)
        && user.equals(other.user);
  }

  /** Whether two owners are known to be one process. */
  public boolean isSameProcessAs(Owner other) {
    boolean sameInstance = !instance.isEmpty() && instance.equals(other.instance);
    boolean sameProcess =
        isKnown()
            && sharesProcessesWith(other)
            && pid == other.pid
            && started.equals(other.started);
    return sameInstance || sameProcess;
  }

  Owner withInstance(String other) {
    return new Owner(host, hostId, bootId, pidNamespace, user, pid, started, other);
  }

  /** For people: {@code process 4711 on build7}. */
  @Override
  public String toString() {
    return pid == 0 ? "an unknown process" : "process " + pid + " on " + host;
  }
}
