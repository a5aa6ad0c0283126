package dev.cairn.agent.weave;

import dev.cairn.core.model.StageId;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The numbers under which methods were woven. Equal methods have one number, so that an application
 * that loads the same class in many loaders, or transforms it again, fills nothing up. Thread-safe.
 */
public final class WovenMethods {
  private final Map<WovenMethod, Integer> numbers = new HashMap<>();
  private volatile WovenMethod[] methods = {};
  private final ClassValue<Map<Integer, WovenMethod>> built =
      new ClassValue<>() {
        @Override
        protected Map<Integer, WovenMethod> computeValue(Class<?> type) {
          return readFrom(type);
        }
      };

  /** The number of a method, given on first asking. */
  synchronized int numberOf(WovenMethod method) {
    Integer known = numbers.get(method);
    if (known != null) {
      return known;
    }
    int number = methods.length;
    WovenMethod[] longer = Arrays.copyOf(methods, number + 1);
    longer[number] = method;
    methods = longer;
    numbers.put(method, number);
    return number;
  }

  /** The method that was woven under a number. */
  public WovenMethod method(int number) {
    return methods[number];
  }

  /** The number under which a method is woven when its class is built: no class has it twice. */
  static int numberWhenBuilt(StageId method) {
    return (method.methodName() + method.descriptor()).hashCode();
  }

  /**
   * A method that was woven when its class was built.
   *
   * @throws IllegalStateException if the class's file does not show it
   */
  public WovenMethod built(Class<?> origin, int number) {
    WovenMethod found = built.get(origin).get(number);
    if (found == null) {
      throw new IllegalStateException(
          "the class file of " + origin.getName() + " is not that of the loaded class");
    }
    return found;
  }

  private static Map<Integer, WovenMethod> readFrom(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(type.getClassLoader()).getResourceAsStream(file)) {
      if (in == null) {
        throw new FileNotFoundException(file);
      }
      return StageReader.read(in.readAllBytes()).stream()
          .filter(method -> method.built() && method.isMarked())
          .collect(
              Collectors.toUnmodifiableMap(
                  method -> numberWhenBuilt(method.id()), Definitions::of));
    } catch (IOException e) {
      throw new IllegalStateException("its class file cannot be read", e);
    }
  }

  /** Whether any method was woven as a pipeline. */
  public boolean holdPipelines() {
    return Arrays.stream(methods).anyMatch(WovenMethod.Pipeline.class::isInstance);
  }
}
