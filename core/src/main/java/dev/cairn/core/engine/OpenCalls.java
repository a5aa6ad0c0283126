package dev.cairn.core.engine;

import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.ReceiverField;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls whose bodies are running, of all runs of this JVM: what tells that two of them changed
 * the same object. Thread-safe.
 */
final class OpenCalls {
  private final Set<OpenCall> open = new LinkedHashSet<>();

  synchronized void add(OpenCall call) {
    open.add(call);
  }

  synchronized void remove(OpenCall call) {
    open.remove(call);
  }

  /**
   * Removes what is still open inside a call that has ended on this thread: calls whose end did not
   * come through because the thread had no stack or heap left. What other threads do goes on.
   */
  synchronized void removeLeftIn(OpenCall ended) {
    List<OpenCall> left =
        open.stream()
            .filter(call -> call != ended && call.isOfThisThread() && ended.encloses(call))
            .toList();
    left.forEach(OpenCall::close);
    left.forEach(open::remove);
  }

  /** Whether any call overlaps this one, so that its changes matter to others. */
  synchronized boolean overlapped(OpenCall call) {
    return !strangers(call).isEmpty();
  }

  /**
   * Refuses the commit of every open call that shares an object with the changes of {@code call},
   * and of {@code call} itself.
   *
   * @param changed the input objects that the call changed
   */
  synchronized void settle(OpenCall call, Collection<?> changed) {
    for (OpenCall other : strangers(call)) {
      shared(other.facts().inputs(), changed)
          .ifPresent(
              path -> {
                other.refuseCommit(overlap(path, call));
                call.refuseCommit(overlap(path, other));
              });
    }
  }

  /**
   * The call, if any, to whose inputs one of these objects belongs.
   *
   * @param enclosing the innermost call around the asker: it and those around it do not count
   */
  synchronized Optional<OpenCall> holder(@Nullable OpenCall enclosing, Collection<?> objects) {
    Set<OpenCall> around = OpenCall.around(enclosing);
    return open.stream()
        .filter(call -> !around.contains(call))
        .filter(call -> shared(call.facts().inputs(), objects).isPresent())
        .findFirst();
  }

  /** A call inside this one that is still running on another thread, if there is one. */
  synchronized Optional<OpenCall> elsewhereIn(OpenCall call) {
    return open.stream()
        .filter(other -> !other.isOfThisThread() && call.encloses(other))
        .findFirst();
  }

  private List<OpenCall> strangers(OpenCall call) {
    Set<OpenCall> around = OpenCall.around(call);
    return open.stream().filter(other -> !around.contains(other) && !call.encloses(other)).toList();
  }

  private static Optional<String> shared(WalkedGraph inputs, Collection<?> objects) {
    return objects.stream().flatMap(object -> path(inputs, object).stream()).findFirst();
  }

  /** Where an object is among inputs; a receiver may be there by its fields, or as a whole. */
  private static Optional<String> path(WalkedGraph inputs, Object object) {
    if (object instanceof ReceiverField field) {
      return inputs.pathOf(field).or(() -> inputs.pathOf(field.self()));
    }
    return inputs
        .pathOf(object)
        .or(() -> inputs.frame().self().filter(self -> self == object).map(self -> "this"));
  }

  private static String overlap(String path, OpenCall other) {
    return path
        + " changed while "
        + other.path()
        + " was open, which has it among its inputs too; let the stages return results and merge"
        + " them, or mark the shared object @Unsaved";
  }
}
