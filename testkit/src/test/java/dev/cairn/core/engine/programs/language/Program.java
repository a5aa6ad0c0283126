package dev.cairn.core.engine.programs.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A pipeline program.
 *
 * @param heapSeed makes its heap
 * @param stages its stages; bodies call earlier ones, or their own
 * @param main the body of its entry method
 */
public record Program(long heapSeed, List<Stage> stages, List<Statement> main) {

  /** A new heap, as each attempt begins with. */
  public Heap heap() {
    return Heap.of(heapSeed);
  }

  Stage stage(int number) {
    return stages.get(number);
  }

  /**
   * Whether it asks no more than was promised: a stage that fails in the end is called again after
   * a crash, so that what it did in the world is done a second time, after later things.
   */
  public boolean isFair() {
    Traits traits = new Traits(stages);
    return stages.stream().noneMatch(stage -> traits.fails(stage) && traits.touchesWorld(stage));
  }

  /** Programs with one statement less, or with a block's statements in its place. */
  public List<Program> smaller() {
    List<Program> smaller = new ArrayList<>();
    smaller(main).forEach(body -> smaller.add(new Program(heapSeed, stages, body)));
    for (Stage stage : stages) {
      for (List<Statement> body : smaller(stage.body())) {
        List<Stage> others = new ArrayList<>(stages);
        others.set(stage.number(), stage.with(body));
        smaller.add(new Program(heapSeed, others, main));
      }
    }
    return smaller;
  }

  private static List<List<Statement>> smaller(List<Statement> body) {
    List<List<Statement>> smaller = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      Statement statement = body.get(i);
      smaller.add(replaced(body, i, List.of()));
      for (int j = 0; j < statement.bodies().size(); j++) {
        smaller.add(replaced(body, i, statement.bodies().get(j)));
        for (List<Statement> inner : smaller(statement.bodies().get(j))) {
          List<List<Statement>> bodies = new ArrayList<>(statement.bodies());
          bodies.set(j, inner);
          smaller.add(replaced(body, i, List.of(statement.with(bodies))));
        }
      }
    }
    return smaller;
  }

  private static List<Statement> replaced(List<Statement> body, int at, List<Statement> by) {
    List<Statement> replaced = new ArrayList<>(body.subList(0, at));
    replaced.addAll(by);
    replaced.addAll(body.subList(at + 1, body.size()));
    return replaced;
  }

  /** Whether a stage is another one, or calls it in any way: what changes one changes both. */
  public boolean contains(Stage stage, int other) {
    return stage.number() == other
        || !none(
            stage.body(),
            s ->
                (s instanceof Calling.Call call
                        && call.stage() < stage.number()
                        && contains(stages.get(call.stage()), other))
                    || (s instanceof Calling.Unordered loop
                        && contains(stages.get(loop.stage()), other)));
  }

  /** Whether the order of what happens may differ from attempt to attempt. */
  public boolean isOrdered() {
    return none(s -> s instanceof Calling.Unordered || s instanceof Blocks.Parallel);
  }

  /** Whether two threads may change one object at the same time. */
  public boolean overlaps() {
    return !none(Blocks.Parallel.class::isInstance)
        && stages.stream()
            .filter(stage -> stage.kind() == Stage.Kind.LANE)
            .anyMatch(
                stage -> !none(stage.body(), s -> s instanceof Changes.Add a && a.slot() == 1));
  }

  /**
   * Whether every finished call must be restored: calls end in the order of their beginnings,
   * nothing has other inputs in another attempt, no stage fails in the end, and nothing is undone
   * together with the calls inside.
   */
  public boolean isExact() {
    Traits traits = new Traits(stages);
    return none(s -> s instanceof Blocks.Parallel || s instanceof Blocks.FailOnce)
        && none(s -> s instanceof Calling.Unordered loop && loop.aggregated())
        && stages.stream().noneMatch(traits::fails)
        && stages.stream()
            .noneMatch(stage -> stage.terms().undoes() && !none(stage.body(), Program::calls));
  }

  private static boolean calls(Statement statement) {
    return statement instanceof Calling.Call || statement instanceof Calling.Unordered;
  }

  private boolean none(Predicate<Statement> wanted) {
    return none(main, wanted) && stages.stream().allMatch(stage -> none(stage.body(), wanted));
  }

  static boolean none(List<Statement> body, Predicate<Statement> wanted) {
    return body.stream()
        .allMatch(
            statement ->
                !wanted.test(statement)
                    && statement.bodies().stream().allMatch(inner -> none(inner, wanted)));
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add("heap " + heapSeed);
    for (Stage stage : stages) {
      lines.add(stage.toString());
      print(stage.body(), "  ", lines);
    }
    lines.add("main");
    print(main, "  ", lines);
    return String.join("\n", lines);
  }

  private static void print(List<Statement> body, String indent, List<String> lines) {
    for (Statement statement : body) {
      String text = statement.toString();
      lines.add(indent + (statement.bodies().isEmpty() ? text : text.replaceFirst("\\[.*", "")));
      for (List<Statement> inner : statement.bodies()) {
        print(inner, indent + "  ", lines);
        lines.add(indent + "end");
      }
    }
  }
}
