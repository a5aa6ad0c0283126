package dev.cairn;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Cairn by hand: what the annotations say, for code that prefers to call.
 *
 * <p>Without the agent every method does just what its body does: {@code run} and {@code stage}
 * call the given code, {@code wrap} returns its argument, {@code put} does nothing. All methods may
 * be called from any thread.
 *
 * <pre>{@code
 * Report report = Cairn.run("nightly-report", day, () -> {
 *   Context ctx = new Context(day);
 *   Cairn.stage("load", () -> load(ctx));
 *   Cairn.stage("analyse", () -> analyse(ctx));
 *   return Cairn.stage("report", () -> report(ctx));
 * });
 * }</pre>
 *
 * <p>The limits of {@link Pipeline} and {@link Checkpointed} hold here too; above all, effects
 * outside the JVM are at least once.
 */
public final class Cairn {

  private Cairn() {}

  /**
   * Calls the body inside a run, as a {@link Pipeline} method would be: a new run, or the
   * unfinished one of the same name and key. Inside another run the body is a stage of that run.
   *
   * @param <T> what the body returns
   * @param <E> what the body may throw
   * @param pipeline the pipeline's name
   * @param key identifies the run, as a {@link Key} parameter does
   * @param body the work
   * @return what the body returned
   * @throws E what the body threw, unchanged
   * @throws RunInProgressException if a live process is working on the run
   */
  public static <T, E extends Exception> T run(String pipeline, Object key, Body<T, E> body)
      throws E {
    return body.call();
  }

  /**
   * Calls an action inside a run.
   *
   * @param <E> what the action may throw
   * @param pipeline the pipeline's name
   * @param key identifies the run
   * @param action the work
   * @throws E what the action threw, unchanged
   * @throws RunInProgressException if a live process is working on the run
   * @see #run(String, Object, Body)
   */
  public static <E extends Exception> void run(String pipeline, Object key, Action<E> action)
      throws E {
    action.run();
  }

  /**
   * Calls the body as a stage of the current run, as a {@link Checkpointed} method would be. The
   * call's inputs are what the body captures: local variables, and {@code this} where it uses it.
   *
   * @param <T> what the body returns
   * @param <E> what the body may throw
   * @param name the stage's name
   * @param body the work
   * @return what the body returned, now or in an earlier attempt
   * @throws E what the body threw, unchanged
   */
  public static <T, E extends Exception> T stage(String name, Body<T, E> body) throws E {
    return body.call();
  }

  /**
   * Calls an action as a stage of the current run.
   *
   * @param <E> what the action may throw
   * @param name the stage's name
   * @param action the work
   * @throws E what the action threw, unchanged
   * @see #stage(String, Body)
   */
  public static <E extends Exception> void stage(String name, Action<E> action) throws E {
    action.run();
  }

  /**
   * Hands the current run to another thread: stages that the task calls belong to the run, and to
   * the stage, in which {@code wrap} was called. Needed where a run's work goes to a pool that
   * other runs use too.
   *
   * @param task the work for the other thread
   * @return the task inside the current run; outside any run the task itself
   */
  public static Runnable wrap(Runnable task) {
    return task;
  }

  /**
   * Hands the current run to another thread.
   *
   * @param <T> what the task returns
   * @param task the work for the other thread
   * @return the task inside the current run; outside any run the task itself
   * @see #wrap(Runnable)
   */
  public static <T> Callable<T> wrap(Callable<T> task) {
    return task;
  }

  /**
   * Hands the current run to another thread, for {@code CompletableFuture.supplyAsync}.
   *
   * @param <T> what the task returns
   * @param task the work for the other thread
   * @return the task inside the current run; outside any run the task itself
   * @see #wrap(Runnable)
   */
  public static <T> Supplier<T> wrap(Supplier<T> task) {
    return task;
  }

  /**
   * Notes something about the current stage call, for people: it is recorded with the checkpoint
   * and shown by the command line. It is no input and has no influence on what is restored. Of
   * several values of one name the last counts; outside a stage nothing happens.
   *
   * @param name what is noted, {@code rows}
   * @param value its value, recorded as {@link String#valueOf(Object)} gives it
   */
  public static void put(String name, Object value) {
    // The agent acts here; without it there is nothing to note.
  }

  /**
   * Work that returns something.
   *
   * @param <T> what it returns
   * @param <E> what it may throw
   */
  @FunctionalInterface
  public interface Body<T, E extends Exception> {
    /**
     * Does the work.
     *
     * @return its result
     * @throws E if it fails
     */
    T call() throws E;
  }

  /**
   * Work that returns nothing.
   *
   * @param <E> what it may throw
   */
  @FunctionalInterface
  public interface Action<E extends Exception> {
    /**
     * Does the work.
     *
     * @throws E if it fails
     */
    void run() throws E;
  }
}
