package dev.cairn.agent.runtime;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The class {@code java.lang.CairnBridge} of this JVM. It is defined into {@code java.base} rather
 * than put on the boot class path, which would switch class-data sharing off and stay invisible to
 * loaders that delegate only {@code java.*}.
 */
public final class Bridge {
  private static final String NAME = "java.lang.CairnBridge";

  private final Class<?> type;

  private Bridge(Class<?> type) {
    this.type = type;
  }

  /** Defines it; until something is installed, woven code runs as if it were not woven. */
  public static Bridge define(Instrumentation instrumentation) {
    open(instrumentation, Set.of("java.lang"));
    try {
      return define();
    } catch (IOException | IllegalAccessException e) {
      throw new LinkageError("the class java.lang.CairnBridge cannot be defined", e);
    }
  }

  /** Defines it where {@code java.lang} is open already. */
  static Bridge define() throws IOException, IllegalAccessException {
    MethodHandles.Lookup javaLang =
        MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup());
    return new Bridge(javaLang.defineClass(bytes()));
  }

  /**
   * Opens packages of java.base to Cairn alone; the application stays as encapsulated as it was.
   */
  static void open(Instrumentation instrumentation, Set<String> packages) {
    Set<Module> us = Set.of(Bridge.class.getModule());
    Map<String, Set<Module>> opens = new HashMap<>();
    for (String name : packages) {
      opens.put(name, us);
    }
    instrumentation.redefineModule(
        Object.class.getModule(), Set.of(), Map.of(), opens, Set.of(), Map.of());
  }

  /** Puts a handler behind it; see CairnBridge for what the two functions get and answer. */
  void install(Function<Object[], Object> onEnter, Function<Object[], Object> onExit) {
    try {
      Method install = type.getDeclaredMethod("install", Function.class, Function.class);
      install.setAccessible(true);
      install.invoke(null, onEnter, onExit);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the bridge in java.lang is not ours", e);
    }
  }

  private static byte[] bytes() throws IOException {
    try (InputStream content =
        Bridge.class.getClassLoader().getResourceAsStream(NAME.replace('.', '/') + ".class")) {
      if (content == null) {
        throw new FileNotFoundException("cairn.jar lacks its bridge class");
      }
      return content.readAllBytes();
    }
  }
}
