package dev.cairn.core.rehearsal;

import dev.cairn.core.model.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Parts of inputs, by name. */
final class Parts {
  private Parts() {}

  /** The deepest parts that differ: {@code ctx.pages} rather than {@code ctx}. */
  static List<String> different(Map<String, Fingerprint> one, Map<String, Fingerprint> other) {
    TreeSet<String> different = new TreeSet<>();
    one.forEach(
        (part, fingerprint) -> {
          if (!fingerprint.equals(other.get(part))) {
            different.add(part);
          }
        });
    other.keySet().stream().filter(part -> !one.containsKey(part)).forEach(different::add);
    return different.stream()
        .filter(part -> different.stream().noneMatch(deeper -> deeper.startsWith(part + ".")))
        .toList();
  }

  /** The last step of a part: what it is called where the whole has another name. */
  static String step(String part) {
    return part.substring(part.lastIndexOf('.') + 1);
  }
}
