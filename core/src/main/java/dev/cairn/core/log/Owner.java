package dev.cairn.core.log;

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

  /** For people: {@code process 4711 on build7}. */
  @Override
  public String toString() {
    return pid == 0 ? "an unknown process" : "process " + pid + " on " + host;
  }
}
