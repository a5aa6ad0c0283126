package dev.cairn.it.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where third-party libraries may be used: each in one package of a module, so that it can be
 * replaced there.
 *
 * @param homes the library's root package, to the one package that may use it
 */
record Libraries(Map<String, String> homes) {
  private static final List<String> FREE =
      List.of("java", "javax", "jdk", "sun", "com.sun", "org.jspecify", "dev.cairn");

  /** The libraries of the product; ARCHITECTURE.md gives the reason for each. */
  static Libraries product() {
    return new Libraries(
        Map.of(
            "com.dynatrace.hash4j", "dev.cairn.core.graph",
            "com.esotericsoftware", "dev.cairn.core.codec.kryo",
            "com.fasterxml.jackson", "dev.cairn.core.log",
            "net.bytebuddy", "dev.cairn.agent.weave",
            "org.objectweb.asm", "dev.cairn.core.graph",
            "picocli", "dev.cairn.cli"));
  }

  /** Each use of a library outside its home, and of one that has none. */
  List<String> violations(JavaClasses classes) {
    return classes.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .flatMap(use -> violation(use).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private Optional<String> violation(Dependency use) {
    JavaClass target = use.getTargetClass().getBaseComponentType();
    String user = use.getOriginClass().getPackageName();
    if (target.isPrimitive() || isFree(target.getName())) {
      return Optional.empty();
    }
    Optional<String> home =
        homes.entrySet().stream()
            .filter(entry -> lies(target.getName(), entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    return home.filter(user::equals).isPresent()
        ? Optional.empty()
        : Optional.of(
            "%s uses %s, whose home is %s"
                .formatted(
                    use.getOriginClass().getName(), target.getName(), home.orElse("nowhere")));
  }

  private static boolean isFree(String type) {
    return FREE.stream().anyMatch(free -> lies(type, free));
  }

  private static boolean lies(String type, String inPackage) {
    return type.startsWith(inPackage + ".");
  }
}
