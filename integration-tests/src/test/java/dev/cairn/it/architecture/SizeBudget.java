package dev.cairn.it.architecture;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much fits into one head: lines of a method, lines of a file, files of a package. */
record SizeBudget(int methodLines, int fileLines, int packageFiles) {
  /** What CONTRIBUTING.md asks; it asks for much less as a rule. */
  static final SizeBudget OURS = new SizeBudget(40, 400, 20);

  /** Each method, file and package that is over the budget. */
  List<String> violations(List<Path> sources) throws IOException {
    List<String> found = new ArrayList<>(crowdedPackages(sources));
    ParsedSources parsed = ParsedSources.of(sources);
    SourcePositions positions = parsed.trees().getSourcePositions();
    parsed.units().forEach(unit -> new Measure(unit, positions, found).scan(unit, null));
    return found;
  }

  private List<String> crowdedPackages(List<Path> sources) {
    Map<Path, Long> sizes =
        sources.stream()
            .filter(source -> !source.endsWith("package-info.java"))
            .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
    return sizes.entrySet().stream()
        .filter(entry -> entry.getValue() > packageFiles)
        .map(entry -> entry.getKey() + " has " + entry.getValue() + " files")
        .toList();
  }

  private final class Measure extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> found;

    Measure(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
      this.unit = unit;
      this.positions = positions;
      this.found = found;
    }

    @Override
    public Void visitCompilationUnit(CompilationUnitTree node, Void unused) {
      check("file", 1, endLine(node), fileLines);
      return super.visitCompilationUnit(node, null);
    }

    @Override
    public Void visitMethod(MethodTree node, Void unused) {
      check("method " + node.getName(), startLine(node), endLine(node), methodLines);
      return super.visitMethod(node, null);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree node, Void unused) {
      check("lambda", startLine(node), endLine(node), methodLines);
      return super.visitLambdaExpression(node, null);
    }

    @Override
    public Void visitClass(ClassTree node, Void unused) {
      initializers(node)
          .forEach(block -> check("initializer", startLine(block), endLine(block), methodLines));
      return super.visitClass(node, null);
    }

    private static Stream<BlockTree> initializers(ClassTree node) {
      return node.getMembers().stream()
          .filter(BlockTree.class::isInstance)
          .map(BlockTree.class::cast);
    }

    private void check(String what, long from, long to, int limit) {
      long lines = to - from + 1;
      if (lines > limit) {
        String file = unit.getSourceFile().getName();
        found.add(file + ":" + from + ": " + what + " has " + lines + " lines, " + limit + " fit");
      }
    }

    private long startLine(Tree tree) {
      return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
    }

    private long endLine(Tree tree) {
      return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
    }
  }
}
