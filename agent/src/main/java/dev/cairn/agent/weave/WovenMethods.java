package dev.cairn.agent.weave;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The numbers under which methods were woven. Equal methods have one number, so that an application
 * that loads the same class in many loaders, or transforms it again, fills nothing up. Thread-safe.
 */
public final class WovenMethods {
  private final Map<WovenMethod, Integer> numbers = new HashMap<>();
  private volatile WovenMethod[] methods = {};

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

  /** Whether any method was woven as a pipeline. */
  public boolean holdPipelines() {
    return Arrays.stream(methods).anyMatch(WovenMethod.Pipeline.class::isInstance);
  }
}
