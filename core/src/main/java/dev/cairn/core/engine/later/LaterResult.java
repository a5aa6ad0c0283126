package dev.cairn.core.engine.later;

import dev.cairn.core.engine.match.ReturnType;
import dev.cairn.core.model.CallFacts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a caller gets of a stage that returns a {@link CompletionStage}: its outcome becomes known
 * when it is recorded, not before.
 */
public final class LaterResult {
  /** The note of a record that holds what the returned object was completed with. */
  public static final String NOTE = "later";

  /** A future that nobody but its maker can complete. */
  private static final Class<?> MINIMAL = CompletableFuture.completedStage(null).getClass();

  private LaterResult() {}

  /** Whether a stage that is declared so can return an object that we have made. */
  public static boolean fits(ReturnType returns) {
    return returns.accepts(new CompletableFuture<>());
  }

  /** Whether a record holds such an outcome. */
  public static boolean isIn(CallFacts facts) {
    return facts.notes().contains(NOTE);
  }

  /** What a restored call returns. */
  public static @Nullable Object restored(CallFacts facts, @Nullable Object value) {
    return isIn(facts) ? CompletableFuture.completedFuture(value) : value;
  }

  /**
   * What a call returns that was executed. Whatever the caller does to it, as cancelling, is done
   * to the stage's own too.
   *
   * @param promised what the stage returned
   * @param recorder told of its outcome, as whenComplete tells it, before the caller is; what it
   *     throws is the caller's outcome
   */
  public static CompletionStage<?> recorded(
      CompletionStage<?> promised, BiConsumer<@Nullable Object, @Nullable Throwable> recorder) {
    if (promised instanceof CompletableFuture<?> future && future.isDone()) {
      CompletableFuture<?> recorded = future.whenComplete(recorder);
      boolean refused = recorded.isCompletedExceptionally() && !future.isCompletedExceptionally();
      return refused ? recorded : promised;
    }
    return handedOn(promised, recorder);
  }

  private static <T> CompletableFuture<T> handedOn(
      CompletionStage<T> promised, BiConsumer<@Nullable Object, @Nullable Throwable> recorder) {
    CompletableFuture<T> handed = new CompletableFuture<>();
    promised.whenComplete((value, failure) -> complete(handed, value, failure, recorder));
    CompletableFuture<T> unused =
        handed.whenComplete((value, failure) -> complete(promised, value, failure));
    return handed;
  }

  private static <T> void complete(
      CompletableFuture<T> handed,
      T value,
      @Nullable Throwable failure,
      BiConsumer<@Nullable Object, @Nullable Throwable> recorder) {
    try {
      recorder.accept(value, failure);
    } catch (RuntimeException | Error e) {
      handed.completeExceptionally(failure == null ? e : failure);
    }
    settle(handed, value, failure);
  }

  /** Does nothing where the caller only waits: then the stage's own was first. */
  private static <T> void complete(
      CompletionStage<T> promised, T value, @Nullable Throwable failure) {
    if (promised instanceof CompletableFuture<T> future && future.getClass() != MINIMAL) {
      settle(future, value, failure);
    }
  }

  private static <T> void settle(
      CompletableFuture<T> future, T value, @Nullable Throwable failure) {
    if (failure == null) {
      future.complete(value);
    } else {
      future.completeExceptionally(failure);
    }
  }
}
