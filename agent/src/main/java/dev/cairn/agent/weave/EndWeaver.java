package dev.cairn.agent.weave;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the methods of the JVM that tell how the program ends. Only a program that is a run of its
 * own needs that: all others keep the JVM's classes as they are. Thread-safe.
 */
public final class EndWeaver implements ClassFileTransformer {
  private final Instrumentation instrumentation;
  private final WovenMethods methods;
  private final ByteBuddyWeaver weaver = new ByteBuddyWeaver(StageAdvice.class);
  private volatile @Nullable Throwable failure;

  public EndWeaver(Instrumentation instrumentation, WovenMethods methods) {
    this.instrumentation = instrumentation;
    this.methods = methods;
  }

  /**
   * Weaves them; stays behind for the case that another agent has the classes transformed again.
   *
   * @throws IllegalStateException if this JVM does not allow it
   */
  public void weave() {
    try {
      instrumentation.addTransformer(this, true);
      for (String name : classNames()) {
        instrumentation.retransformClasses(Class.forName(name));
      }
    } catch (UnmodifiableClassException | ClassNotFoundException | LinkageError e) {
      failure = e;
    }
    if (failure != null) {
      throw new IllegalStateException(
          "this JVM does not tell how the program ends ("
              + failure
              + "), so that it cannot be a run of its own: mark the method that does the work"
              + " @Pipeline");
    }
  }

  private static Set<String> classNames() {
    Set<String> names = new LinkedHashSet<>();
    Arrays.stream(WovenMethod.Jvm.values()).forEach(method -> names.add(method.className()));
    return names;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (loader != null || redefined == null) {
      return null;
    }
    try {
      Map<String, Integer> numbers = numbers(redefined.getName());
      return numbers.isEmpty() ? null : weaver.weave(null, redefined.getName(), classFile, numbers);
    } catch (Throwable e) {
      failure = e;
      return null;
    }
  }

  private Map<String, Integer> numbers(String className) {
    Map<String, Integer> numbers = new HashMap<>();
    for (WovenMethod.Jvm method : WovenMethod.Jvm.values()) {
      if (method.className().equals(className)) {
        numbers.put(method.method(), methods.numberOf(method));
      }
    }
    return numbers;
  }
}
