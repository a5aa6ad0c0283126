package dev.cairn.core.graph.jdk;

import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.Kind.Infrastructure;
import dev.cairn.core.graph.kind.Kind.Positioned;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is never state: the machinery around the data, recognised by the names of its types. */
public final class Outside {
  private static final Map<String, Kind> BY_NAME = OutsideTypes.all();

  private Outside() {}

  /** The kind of a class that is outside, if it is. */
  public static Optional<Kind> of(Class<?> type) {
    Set<String> names = new HashSet<>();
    collect(type, names);
    Optional<Kind> positioned = find(names, Positioned.class);
    return positioned.isPresent() ? positioned : find(names, Infrastructure.class);
  }

  private static Optional<Kind> find(Set<String> names, Class<? extends Kind> wanted) {
    return names.stream().sorted().map(BY_NAME::get).filter(wanted::isInstance).findFirst();
  }

  private static void collect(Class<?> type, Set<String> names) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      names.add(c.getName());
      for (Class<?> implemented : c.getInterfaces()) {
        collect(implemented, names);
      }
    }
  }
}
