package dev.cairn.core.engine.match;

import dev.cairn.core.model.Amendment;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Fingerprint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run's log knows of the code of its stages. The parts of one code stand in the first
 * checkpoint that was made with it. Thread-safe.
 */
public final class RecordedCode {
  private static final int PARTS_NAMED = 3;

  private final Map<Known, Map<String, String>> parts = new HashMap<>();
  private final Map<Known, Long> accepted = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /** What earlier attempts left in the log, and what people said about it. */
  public RecordedCode(List<Checkpoint> checkpoints, List<Amendment> amendments) {
    checkpoints.forEach(this::learn);
    amendments.stream()
        .filter(amendment -> amendment.kind() == Amendment.Kind.ACCEPT)
        .forEach(this::accept);
  }

  private void accept(Amendment amendment) {
    if (amendment.detail().isEmpty()) {
      open.add(amendment.stage());
    } else {
      // an attempt has found the code that was meant; a later one is not meant
      open.remove(amendment.stage());
      bound(amendment);
    }
  }

  /**
   * Whether the user accepted the code that this attempt finds, and the log does not say yet which
   * code that is: it must, before a record counts for that reason.
   */
  public synchronized boolean isToBeBound(String stage, Code now) {
    return open.contains(stage)
        && now.obstacle().isEmpty()
        && !accepted.containsKey(new Known(stage, now.fingerprint()));
  }

  /** Remembers which code was accepted: calls recorded before the amendment count with it. */
  public synchronized void bound(Amendment amendment) {
    Known code = new Known(amendment.stage(), new Fingerprint(amendment.detail()));
    accepted.put(code, amendment.seq());
  }

  private record Known(String stage, Fingerprint code) {}

  /** Remembers what a checkpoint says of its stage's code. */
  public synchronized void learn(Checkpoint checkpoint) {
    Map<String, String> methods = checkpoint.call().methods();
    if (!methods.isEmpty()) {
      parts.putIfAbsent(new Known(checkpoint.call().stage(), checkpoint.call().code()), methods);
    }
  }

  /** The parts that a checkpoint should record: none where the log has them already. */
  public synchronized Map<String, String> untold(String stage, Code code) {
    return parts.containsKey(new Known(stage, code.fingerprint())) ? Map.of() : code.methods();
  }

  /** How a stage's code as it is now stands to that of a recorded call. */
  public synchronized CodeVerdict compare(Code now, Checkpoint recorded) {
    if (recorded.call().code().equals(now.fingerprint())) {
      return new CodeVerdict.Same();
    }
    Known present = new Known(recorded.call().stage(), now.fingerprint());
    if (accepted.getOrDefault(present, 0L) > recorded.seq()) {
      return new CodeVerdict.Accepted();
    }
    if (now.obstacle().isPresent()) {
      return new CodeVerdict.Changed("cannot be compared: " + now.obstacle().get());
    }
    Known known = new Known(recorded.call().stage(), recorded.call().code());
    Map<String, String> before = parts.getOrDefault(known, Map.of());
    return new CodeVerdict.Changed("changed" + where(before, now.methods()));
  }

  /** How code differs from what it was, by its parts; empty where either is not known. */
  public static String change(Map<String, String> before, Map<String, String> now) {
    String where = before.equals(now) ? "" : where(before, now);
    return where.isEmpty() ? "" : "changed" + where;
  }

  private static String where(Map<String, String> before, Map<String, String> now) {
    if (before.isEmpty() || now.isEmpty()) {
      return "";
    }
    List<String> changed = different(before, now);
    String named = String.join(", ", changed.subList(0, Math.min(PARTS_NAMED, changed.size())));
    int more = changed.size() - PARTS_NAMED;
    return (named.isEmpty() ? "" : " in " + named) + (more > 0 ? " and " + more + " more" : "");
  }

  /** Parts that there are before and now come first: what is new or gone follows from them. */
  static List<String> different(Map<String, String> before, Map<String, String> now) {
    Set<String> changed = new LinkedHashSet<>();
    Set<String> others = new TreeSet<>();
    for (String name : new TreeSet<>(now.keySet())) {
      if (!before.containsKey(name)) {
        others.add(shown(name));
      } else if (!before.get(name).equals(now.get(name))) {
        changed.add(shown(name));
      }
    }
    before.keySet().stream()
        .filter(name -> !now.containsKey(name))
        .forEach(name -> others.add(shown(name)));
    changed.addAll(others);
    return List.copyOf(changed);
  }

  /** A part as people write it: {@code Parser.parse}, without package and parameters. */
  private static String shown(String part) {
    int end = part.indexOf('(');
    String name = end < 0 ? part : part.substring(0, end);
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
