package dev.cairn.agent.weave;

import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.StageDefinition;

/** What a woven method is to Cairn. */
public sealed interface WovenMethod {

  /**
   * A method marked as a stage.
   *
   * @param definition what its annotation says
   */
  record Stage(StageDefinition definition) implements WovenMethod {}

  /**
   * A method marked as the entry of a pipeline.
   *
   * @param definition what its annotation says
   */
  record Pipeline(PipelineDefinition definition) implements WovenMethod {}

  /** A method of the class {@code dev.cairn.Cairn}. */
  enum Api implements WovenMethod {
    /** {@code run(name, key, body)}. */
    RUN,
    /** {@code stage(name, body)}. */
    STAGE,
    /** {@code wrap(Runnable)}. */
    WRAP_RUNNABLE,
    /** {@code wrap(Callable)}. */
    WRAP_CALLABLE,
    /** {@code wrap(Supplier)}. */
    WRAP_SUPPLIER,
    /** {@code put(name, value)}. */
    PUT
  }

  /** A method of the class {@code dev.cairn.WovenCode}: it takes calls that were woven earlier. */
  enum Built implements WovenMethod {
    /** {@code enter(method, origin, self, arguments)}. */
    ENTER,
    /** {@code exit(token, returned, thrown)}. */
    EXIT
  }

  /** A method of the JVM's own, woven where it must be known how the program ends. */
  enum Jvm implements WovenMethod {
    /** {@code System.exit}, or a signal: its argument is the exit status. */
    EXIT("java.lang.Shutdown", "exit(I)V"),
    /** The last thread that the JVM waits for has ended. */
    LAST_THREAD_ENDED("java.lang.Shutdown", "shutdown()V"),
    /** A thread ends by the exception that is its argument. */
    UNCAUGHT("java.lang.Thread", "dispatchUncaughtException(Ljava/lang/Throwable;)V");

    private final String className;
    private final String method;

    Jvm(String className, String method) {
      this.className = className;
      this.method = method;
    }

    String className() {
      return className;
    }

    /** Name and descriptor. */
    String method() {
      return method;
    }
  }
}
