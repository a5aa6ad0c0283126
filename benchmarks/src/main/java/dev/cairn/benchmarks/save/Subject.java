package dev.cairn.benchmarks.save;

import dev.cairn.benchmarks.state.Graphs;
import dev.cairn.benchmarks.work.Dossier;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is saved: one of the graphs, or a dossier of so many kilobytes. */
@State(Scope.Benchmark)
public class Subject {
  /** A name of {@link Graphs}, or kilobytes. */
  @Param("documents")
  public String graph = "";

  /** How many pages in a hundred change between two saves; of a graph it is always one. */
  @Param("1")
  public int changed;

  private Object root = "";

  /** Makes it. */
  @Setup
  public void make() {
    boolean sized = Character.isDigit(graph.charAt(0));
    root = sized ? Dossier.of(Integer.parseInt(graph)) : Graphs.make(graph);
  }

  Object root() {
    return root;
  }

  void change() {
    change(root, changed);
  }

  static void change(Object root, int percent) {
    if (root instanceof Dossier dossier) {
      dossier.change(percent);
    } else {
      Graphs.change(root);
    }
  }
}
