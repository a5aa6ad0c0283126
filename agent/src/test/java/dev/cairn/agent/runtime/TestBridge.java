package dev.cairn.agent.runtime;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The bridge of the JVM that runs the tests: one for all of them, as in life. */
public final class TestBridge {
  private static final TestBridge ONLY = new TestBridge();

  private final Bridge bridge;

  private TestBridge() {
    try {
      bridge = Bridge.define();
    } catch (IOException | IllegalAccessException e) {
      throw new IllegalStateException("java.lang is not open to the tests", e);
    }
  }

  public static TestBridge get() {
    return ONLY;
  }

  /** Puts behind it what a test wants to happen. */
  public void install(
      Function<@Nullable Object[], @Nullable Object> onEnter,
      Function<@Nullable Object[], @Nullable Object> onExit) {
    bridge.install(onEnter, onExit);
  }

  void install(EngineStageHandler handler) {
    handler.install(bridge);
  }

  /** Lets all bodies run and records nothing. */
  public void bypass() {
    install(call -> null, outcome -> null);
  }

  /** Answers every call with a value, without its body. */
  public void answer(@Nullable Object value) {
    Callable<@Nullable Object> held = () -> value;
    install(call -> held, outcome -> null);
  }
}
