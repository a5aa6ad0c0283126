package dev.cairn.agent.program;

import dev.cairn.agent.weave.WovenMethod;
import dev.cairn.core.engine.program.Program.End;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Learns how the program ends: by the exit status where it gives one, else by how its main method
 * ended. {@code kill -9} and {@code Runtime.halt} tell nothing. Thread-safe.
 */
public final class JvmEnd {
  private final Thread main;
  private final Runnable weaver;
  private final AtomicReference<@Nullable Consumer<End>> listener = new AtomicReference<>();
  private volatile boolean mainThrew;

  /**
   * The end of a program.
   *
   * @param main the thread of its main method
   * @param weaver weaves the methods that tell, or throws IllegalStateException
   */
  public JvmEnd(Thread main, Runnable weaver) {
    this.main = main;
    this.weaver = weaver;
  }

  void watch(Consumer<End> told) {
    weaver.run();
    listener.set(told);
  }

  /** Called by woven methods of the JVM, on the thread that calls them. */
  public void observe(WovenMethod.Jvm method, @Nullable Object self, @Nullable Object[] given) {
    switch (method) {
      case UNCAUGHT -> mainThrew |= self == main;
      case EXIT -> tell(exit((Integer) Objects.requireNonNull(given[0])));
      case LAST_THREAD_ENDED -> tell(new End(!mainThrew, mainEnded()));
    }
  }

  private End exit(int status) {
    return status == 0
        ? new End(!mainThrew, mainThrew ? mainEnded() : "exit status 0")
        : new End(false, "exit status " + status);
  }

  private String mainEnded() {
    return mainThrew ? "an exception in main" : "main returned";
  }

  private void tell(End end) {
    Consumer<End> told = listener.getAndSet(null);
    if (told != null) {
      told.accept(end);
    }
  }
}
