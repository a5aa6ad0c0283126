package dev.cairn.it.agent.program;

import dev.cairn.Checkpointed;
import dev.cairn.Key;
import dev.cairn.Pipeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Calls one stage of every kind of method. Each adds to the list that it is given and returns a
 * value; both are printed. With the argument {@code halt} the JVM stops when all have been called,
 * as if it had crashed.
 */
public final class MethodKinds implements BiFunction<List<String>, String, String> {
  private int calls;

  private MethodKinds() {}

  /** Runs the pipeline. */
  public static void main(String[] arguments) {
    new MethodKinds().run("kinds", arguments.length > 0);
  }

  @Pipeline(name = "kinds")
  private void run(@Key String name, boolean halt) {
    List<String> log = new ArrayList<>();
    BiFunction<List<String>, String, String> bridged = this;
    Defaults defaults = new Defaults() {};
    print(name, log);
    print(privateMethod(log, 1), log);
    print(staticMethod(log), log);
    print(finalMethod(log), log);
    print(synchronizedMethod(log), log);
    print(bridged.apply(log, "x"), log);
    print(generic(log), log);
    print(varargs(log, "a", "b"), log);
    print(narrow(log, true, (byte) 1, (short) 2, 'c', 3, 4f), log);
    print(aLong(1L, log, 2L), log);
    print(aDouble(1d, log, 2d), log);
    print(Arrays.toString(anArray(log, new int[] {1, 2})), log);
    nothing(log);
    print("void", log);
    print(defaults.byDefault(log), log);
    print(Defaults.ofInterface(log), log);
    print(new Point(1, 2).recordMethod(log), log);
    print(Colour.RED.enumBody(log), log);
    print(recursive(log, 3), log);
    print(new Heir().inherited(log), log);
    print(manyReturns(log, 3), log);
    print(reassigned("a", log, 1L), log);
    print(calls, log);
    if (halt) {
      Runtime.getRuntime().halt(9);
    }
  }

  private static void print(Object returned, List<String> log) {
    System.out.println(returned + " " + log);
  }

  @Checkpointed
  private int privateMethod(List<String> log, int number) {
    calls++;
    log.add("privateMethod");
    return number + 1;
  }

  @Checkpointed
  private static String staticMethod(List<String> log) {
    log.add("staticMethod");
    return "static";
  }

  @Checkpointed
  final String finalMethod(List<String> log) {
    calls++;
    log.add("finalMethod");
    return "final";
  }

  @Checkpointed
  synchronized String synchronizedMethod(List<String> log) {
    calls++;
    log.add("synchronizedMethod");
    return "synchronized";
  }

  @Override
  @Checkpointed
  public String apply(List<String> log, String text) {
    calls++;
    log.add("apply");
    return text + "!";
  }

  @Checkpointed
  private static <T extends Comparable<T>> T generic(List<T> log) {
    return log.get(log.size() - 1);
  }

  @Checkpointed
  private static String varargs(List<String> log, String... texts) {
    log.add("varargs");
    return String.join("", texts);
  }

  @Checkpointed
  private static boolean narrow(
      List<String> log, boolean flag, byte b, short s, char c, int i, float f) {
    log.add("narrow" + flag + b + s + c + i + f);
    return !flag;
  }

  @Checkpointed
  private static long aLong(long first, List<String> log, long second) {
    log.add("aLong");
    return first + second;
  }

  @Checkpointed
  private static double aDouble(double first, List<String> log, double second) {
    log.add("aDouble");
    return first + second;
  }

  @Checkpointed
  private static int[] anArray(List<String> log, int[] numbers) {
    log.add("anArray");
    return Arrays.copyOf(numbers, 1);
  }

  @Checkpointed
  private static void nothing(List<String> log) {
    log.add("nothing");
  }

  @Checkpointed
  private static int recursive(List<String> log, int depth) {
    log.add("recursive" + depth);
    return depth == 0 ? 0 : 1 + recursive(log, depth - 1);
  }

  @Checkpointed
  private static String manyReturns(List<String> log, int number) {
    try {
      if (number > 2) {
        return "more";
      }
      return "less";
    } finally {
      log.add("manyReturns");
    }
  }

  @Checkpointed
  private static String reassigned(String text, List<String> log, long number) {
    text = text + "x";
    number += 5;
    log.add("reassigned");
    return text + number;
  }

  private interface Defaults {
    @Checkpointed
    default String byDefault(List<String> log) {
      log.add("byDefault");
      return "default";
    }

    @Checkpointed
    static String ofInterface(List<String> log) {
      log.add("ofInterface");
      return "of interface";
    }
  }

  private record Point(int x, int y) {
    @Checkpointed
    int recordMethod(List<String> log) {
      log.add("recordMethod");
      return x + y;
    }
  }

  private enum Colour {
    RED {
      @Override
      @Checkpointed
      String enumBody(List<String> log) {
        log.add("enumBody");
        return name();
      }
    };

    abstract String enumBody(List<String> log);
  }

  private static class Ancestor {
    @Checkpointed
    String inherited(List<String> log) {
      log.add("inherited");
      return "inherited";
    }
  }

  private static final class Heir extends Ancestor {}
}
