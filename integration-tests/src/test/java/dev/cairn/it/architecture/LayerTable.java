package dev.cairn.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which package may use which, as ARCHITECTURE.md draws it.
 *
 * @param root the package under which the named ones lie; itself the row ""
 * @param rows what each package may use besides itself and libraries
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
    rows.put("storage.layer", Set.of("storage", "model", "error"));
    rows.put("log", Set.of("storage", "seal", "model", "error"));
    rows.put("retention", Set.of("log", "model", "error"));
    rows.put("catalog", Set.of("log", "graph", "codec", "model", "error"));
    rows.put("engine", seamsOnly(rows.keySet()));
    rows.put("", Set.copyOf(rows.keySet()));
    return new LayerTable(root, rows);
  }

  private static Set<String> seamsOnly(Set<String> packages) {
    Set<String> implementations = Set.of("codec.kryo", "storage.directory", "storage.layer");
    return Set.copyOf(packages.stream().filter(name -> !implementations.contains(name)).toList());
  }

  /** Each use that the table does not allow, and each class in a package it does not know. */
  List<String> violations(JavaClasses classes) {
    List<String> found = new ArrayList<>(strangers(classes));
    rows.forEach((name, allowed) -> found.addAll(trespasses(classes, name, allowed)));
    return found;
  }

  private List<String> strangers(JavaClasses classes) {
    String[] known = rows.keySet().stream().map(this::full).toArray(String[]::new);
    return House.violations(
        classes().that().resideInAPackage(root + "..").should().resideInAnyPackage(known), classes);
  }

  private List<String> trespasses(JavaClasses classes, String name, Set<String> allowed) {
    String[] forbidden =
        rows.keySet().stream()
            .filter(other -> !other.equals(name) && !allowed.contains(other))
            .map(this::full)
            .toArray(String[]::new);
    return House.violations(
        noClasses()
            .that()
            .resideInAPackage(full(name))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(forbidden),
        classes);
  }

  private String full(String name) {
    return name.isEmpty() ? root : root + "." + name;
  }
}
