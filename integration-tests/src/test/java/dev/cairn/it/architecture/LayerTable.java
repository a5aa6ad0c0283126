package dev.cairn.it.architecture;

import static java.util.Objects.requireNonNull;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which room may use which, as ARCHITECTURE.md draws it. A room is a package with those below it
 * that have no row of their own.
 *
 * @param root the package under which the rooms lie; itself the row ""
 * @param rows what each room may use besides itself and libraries
 */
record LayerTable(String root, Map<String, Set<String>> rows) {
  /** The rooms of core. The root assembles them and is used by none. */
  static LayerTable core(String root) {
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    rows.put("model", Set.of());
    rows.put("error", Set.of("model"));
    rows.put("event", Set.of("model"));
    rows.put("config", Set.of("model", "error"));
    rows.put("graph", Set.of("model", "error"));
    rows.put("codec", Set.of("graph", "model", "error"));
    rows.put("codec.kryo", Set.of("codec", "graph", "model", "error"));
    rows.put("seal", Set.of("model", "error"));
    rows.put("storage", Set.of("model", "error"));
    rows.put("storage.directory", Set.of("storage", "model", "error"));
    rows.put("log", Set.of("storage", "seal", "model", "error"));
    rows.put("retention", Set.of("log", "event", "model", "error"));
    rows.put("catalog", Set.of("log", "graph", "codec", "event", "model", "error"));
    rows.put("repair", Set.of("catalog", "log", "storage", "event", "model", "error"));
    rows.put("rehearsal", Set.of("event", "model"));
    rows.put("engine", seamsOnly(rows.keySet()));
    rows.put("explain", Set.of("engine", "catalog", "log", "codec", "model", "error"));
    rows.put("amend", Set.of("engine", "log", "model", "error"));
    rows.put("", Set.copyOf(rows.keySet()));
    return new LayerTable(root, rows);
  }

  private static Set<String> seamsOnly(Set<String> packages) {
    Set<String> implementations = Set.of("codec.kryo", "storage.directory", "rehearsal");
    return Set.copyOf(packages.stream().filter(name -> !implementations.contains(name)).toList());
  }

  /** Each use that the table does not allow, and each class in a room that it does not know. */
  List<String> violations(JavaClasses classes) {
    return classes.stream()
        .filter(type -> isInside(type.getPackageName(), root))
        .flatMap(this::violations)
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<String> violations(JavaClass type) {
    return room(type)
        .map(room -> trespasses(type, room))
        .orElseGet(() -> Stream.of(type.getName() + " lies in no room of the table"));
  }

  private Stream<String> trespasses(JavaClass user, String room) {
    Set<String> allowed = requireNonNull(rows.get(room));
    return user.getDirectDependenciesFromSelf().stream()
        .map(use -> use.getTargetClass().getBaseComponentType())
        .filter(used -> isInside(used.getPackageName(), root))
        .filter(used -> room(used).filter(r -> r.equals(room) || allowed.contains(r)).isEmpty())
        .map(used -> user.getName() + " uses " + used.getName());
  }

  /** The row of the innermost named package around the class: a room may have chambers. */
  private Optional<String> room(JavaClass type) {
    String name = type.getPackageName();
    if (name.equals(root)) {
      return Optional.of("");
    }
    return rows.keySet().stream()
        .filter(row -> !row.isEmpty() && isInside(name, root + "." + row))
        .max(Comparator.comparing(String::length));
  }

  private static boolean isInside(String name, String outer) {
    return name.equals(outer) || name.startsWith(outer + ".");
  }
}
