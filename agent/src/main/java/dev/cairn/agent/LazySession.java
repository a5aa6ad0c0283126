package dev.cairn.agent;

import dev.cairn.agent.Session.Surroundings;
import dev.cairn.agent.weave.StageTransformer;
import dev.cairn.agent.weave.StageWeaver;
import dev.cairn.core.config.Settings;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** Begins the session when the first class that may hold stages is loaded. Thread-safe. */
final class LazySession implements StageTransformer.Weaving {
  private final Instrumentation instrumentation;
  private final @Nullable Told told;
  private final PrintStream stream;
  // the agent starts on the thread that will run the main method
  private final Thread main = Thread.currentThread();
  private final ThreadGroup threads = main.getThreadGroup();
  private volatile boolean servesConnections;
  private @Nullable Session session;

  /**
   * A session to begin.
   *
   * @param told null where nobody gave a setting: the defaults are then worked out when needed
   * @param stream where Cairn's own lines go by default
   */
  LazySession(Instrumentation instrumentation, @Nullable Told told, PrintStream stream) {
    this.instrumentation = instrumentation;
    this.told = told;
    this.stream = stream;
  }

  // What is loaded under this lock comes from our own loader and the JDK, never from a loader of
  // the
  // application: no thread can hold what this one needs.
  synchronized Session begun() {
    Session begun = session;
    if (begun == null) {
      Told given = told == null ? Told.of(Settings.ofThisJvm(""), stream) : told;
      begun = Session.begin(given, surroundings());
      session = begun;
    }
    return begun;
  }

  private Surroundings surroundings() {
    return new Surroundings(instrumentation, main, threads, () -> servesConnections);
  }

  @Override
  public void sawServerSocket() {
    servesConnections = true;
  }

  @Override
  public StageWeaver weaver() {
    return begun().weaver();
  }

  @Override
  public void failed(String className, Throwable failure) {
    String what = "each stage of " + className;
    String reason = "the class cannot be woven: " + failure + " (please report this)";
    if (told == null) {
      // printed with as little of our own as possible: some of it may be what failed
      stream.println(AgentStart.MARK + "warning: " + what + " is NOT protected: " + reason);
    } else {
      told.weaveLines().notProtected(what, reason);
    }
  }
}
