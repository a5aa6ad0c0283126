package dev.cairn.it.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where third-party libraries may be used: each in one package, so that it can be replaced there.
 *
 * @param homes the library's root package, to the room in which one package may use it, or all may
 *     if it ends with two dots
 */
record Libraries(Map<String, String> homes) {
  private static final List<String> FREE =
      List.of("java", "javax", "jdk", "sun", "com.sun", "org.jspecify", "dev.cairn");

  /** The libraries of the product; ARCHITECTURE.md gives the reason for each. */
  static Libraries product() {
    return new Libraries(
        Map.of(
            "com.dynatrace.hash4j", "dev.cairn.core.graph.hash",
            "com.esotericsoftware", "dev.cairn.core.codec.kryo.bytes",
            "com.github.luben.zstd", "dev.cairn.core.seal",
            "com.fasterxml.jackson", "dev.cairn.core.log",
            "me.tongfei.progressbar", "dev.cairn.core.event",
            "net.bytebuddy", "dev.cairn.agent.weave",
            "org.objectweb.asm", "dev.cairn.core.graph.code",
            "picocli", "dev.cairn.cli..")); // its annotations stand on each command
  }

  /** Each use of a library outside its home, in a second package, and of one that has no home. */
  List<String> violations(JavaClasses classes) {
    Map<String, Set<String>> users =
        classes.stream()
            .flatMap(Libraries::uses)
            .collect(
                Collectors.groupingBy(
                    use -> library(use.library()),
                    TreeMap::new,
                    Collectors.mapping(Use::user, Collectors.toCollection(TreeSet::new))));
    return users.entrySet().stream()
        .filter(entry -> !isAtHome(entry.getKey(), entry.getValue()))
        .map(entry -> entry.getKey() + " is used in " + entry.getValue())
        .toList();
  }

  private boolean isAtHome(String library, Set<String> users) {
    String home = homes.get(library);
    if (home == null) {
      return false;
    }
    String room = home.replace("..", "");
    return (users.size() == 1 || home.endsWith(".."))
        && users.stream().allMatch(user -> isInside(user, room));
  }

  private String library(String type) {
    Optional<String> known = homes.keySet().stream().filter(key -> isInside(type, key)).findFirst();
    return known.orElse(type);
  }

  private static Stream<Use> uses(JavaClass user) {
    Function<JavaClass, Use> use = used -> new Use(user.getPackageName(), used.getName());
    return user.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .filter(used -> !used.isPrimitive() && !isFree(used.getName()))
        .filter(used -> !isPluginOfTheBuild(user, used))
        .map(use);
  }

  /** What the build loads meets the build's Byte Buddy, not ours. */
  private static boolean isPluginOfTheBuild(JavaClass user, JavaClass used) {
    return user.getName().startsWith("dev.cairn.agent.launch.BuildPlugin")
        && isInside(used.getName(), "net.bytebuddy");
  }

  private static boolean isFree(String type) {
    return FREE.stream().anyMatch(free -> isInside(type, free));
  }

  private static boolean isInside(String name, String outer) {
    return name.equals(outer) || name.startsWith(outer + ".");
  }

  private record Use(String user, String library) {}
}
