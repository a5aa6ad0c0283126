package dev.cairn.core.engine.programs.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Runs programs without Cairn: what retries and rollback mean is said here a second time. */
public final class Plain implements Surroundings {
  private final ToIntFunction<Stage> code;
  private int steps;
  private int calls;

  /** With these versions of the stages' code. */
  public Plain(ToIntFunction<Stage> code) {
    this.code = code;
  }

  /** How many statements there were. */
  public int steps() {
    return steps;
  }

  /** How many calls of stages there were. */
  public int calls() {
    return calls;
  }

  @Override
  public void step() {
    steps++;
  }

  @Override
  public @Nullable Object call(StageCall call, Body body) {
    calls++;
    Stage.Terms terms = call.stage().terms();
    Runnable undo = terms.undoes() ? keep(call) : () -> {};
    for (int tries = 1; ; tries++) {
      try {
        return body.run(tries);
      } catch (ProgramFailure e) {
        undo.run();
        if (tries > terms.retries()) {
          throw e;
        }
      }
    }
  }

  private static Runnable keep(StageCall call) {
    List<Runnable> undo = new ArrayList<>();
    @Nullable Desk desk = call.desk();
    Deque<Node> open = new ArrayDeque<>(call.arguments());
    if (desk != null) {
      Node paper = desk.paper;
      int count = desk.count;
      open.add(paper);
      undo.add(
          () -> {
            desk.paper = paper;
            desk.count = count;
          });
    }
    Set<Node> met = Collections.newSetFromMap(new IdentityHashMap<>());
    while (!open.isEmpty()) {
      Node node = open.remove();
      if (met.add(node)) {
        undo.add(keep(node));
        open.addAll(node.list);
        open.addAll(node.bag);
        if (node.link != null) {
          open.add(node.link);
        }
      }
    }
    return () -> undo.forEach(Runnable::run);
  }

  private static Runnable keep(Node node) {
    int number = node.number;
    @Nullable String text = node.text;
    @Nullable Node link = node.link;
    List<Node> list = new ArrayList<>(node.list);
    Set<Node> bag = new HashSet<>(node.bag);
    return () -> {
      node.number = number;
      node.text = text;
      node.link = link;
      node.list.clear();
      node.list.addAll(list);
      node.bag.clear();
      node.bag.addAll(bag);
    };
  }

  @Override
  public void parallel(List<Runnable> lanes) {
    lanes.forEach(Runnable::run);
  }

  @Override
  public List<Node> anyOrder(List<Node> elements) {
    return elements;
  }

  @Override
  public int attempt() {
    return 1;
  }

  @Override
  public int code(Stage stage) {
    return code.applyAsInt(stage);
  }
}
