package dev.cairn.it.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** What a reader may count on: a public type says what it is, a package says where null may be. */
final class Contracts {
  private static final String MARK = "@NullMarked";

  private Contracts() {}

  /** Each public type that says nothing about itself. */
  static List<String> silentTypes(List<Path> sources) throws IOException {
    ParsedSources parsed = ParsedSources.of(sources);
    return parsed.units().stream().flatMap(unit -> silentTypes(parsed, unit)).toList();
  }

  /** Each package without a {@code package-info.java} that is {@code @NullMarked}. */
  static List<String> unmarkedPackages(List<Path> sources) throws IOException {
    Set<Path> marked = new TreeSet<>();
    for (Path source : sources) {
      if (source.endsWith("package-info.java") && Files.readString(source).contains(MARK)) {
        marked.add(source.getParent());
      }
    }
    return sources.stream()
        .map(Path::getParent)
        .distinct()
        .filter(directory -> !marked.contains(directory))
        .map(directory -> directory + " is not " + MARK)
        .toList();
  }

  private static Stream<String> silentTypes(ParsedSources parsed, CompilationUnitTree unit) {
    return unit.getTypeDecls().stream()
        .filter(Contracts::isPublic)
        .map(type -> TreePath.getPath(unit, type))
        .filter(path -> parsed.trees().getDocCommentTree(path) == null)
        .map(path -> unit.getSourceFile().getName() + ": the type says nothing about itself");
  }

  private static boolean isPublic(Tree declaration) {
    return declaration instanceof ClassTree type
        && type.getModifiers().getFlags().contains(Modifier.PUBLIC);
  }
}
