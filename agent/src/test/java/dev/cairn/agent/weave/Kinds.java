package dev.cairn.agent.weave;

import dev.cairn.Checkpointed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** One stage of every kind of method, each returning what it was given in some form. */
public final class Kinds implements Function<String, String> {
  /** How many bodies have run. */
  public static int bodies;

  private Kinds() {}

  /** Every kind with a call of it. */
  public static Map<String, Callable<?>> calls() {
    Map<String, Callable<?>> calls = new LinkedHashMap<>();
    Kinds kinds = new Kinds();
    Function<String, String> bridged = kinds;
    Defaults defaults = new Defaults() {};
    calls.put("staticString", () -> staticString("a"));
    calls.put("privateString", () -> kinds.privateString("a", 1));
    calls.put("finalInt", () -> kinds.finalInt(1));
    calls.put("synchronizedInt", () -> kinds.synchronizedInt(1));
    calls.put("apply", () -> bridged.apply("a"));
    calls.put("generic", () -> kinds.generic(List.of("a")));
    calls.put("varargs", () -> varargs("a", "b"));
    calls.put("aBoolean", () -> aBoolean(true));
    calls.put("aByte", () -> aByte((byte) 1));
    calls.put("aShort", () -> aShort((short) 1));
    calls.put("aChar", () -> aChar('a'));
    calls.put("aFloat", () -> aFloat(1f));
    calls.put("aLong", () -> aLong(1L, 2, 3L));
    calls.put("aDouble", () -> aDouble(1d, "x", 2d));
    calls.put("anArray", () -> anArray(new int[] {1, 2}));
    calls.put("aMatrix", () -> aMatrix(new String[][] {{"a"}}));
    calls.put("nothing", () -> nothing());
    calls.put("byDefault", () -> defaults.byDefault("a"));
    calls.put("ofInterface", () -> Defaults.ofInterface("a"));
    calls.put("recordMethod", () -> new Point(1, 2).recordMethod());
    calls.put("enumBody", () -> Colour.RED.enumBody());
    calls.put("recursive", () -> recursive(3));
    calls.put("inherited", () -> new Heir().inherited("a"));
    calls.put("manyReturns", () -> manyReturns(3));
    calls.put("reassigned", () -> reassigned("a", 1L));
    calls.put("loops", () -> loops(5));
    calls.put("lambdas", () -> lambdas("a").call());
    return calls;
  }

  private static Void nothing() {
    aVoid(new StringBuilder());
    return null;
  }

  @Checkpointed
  static String staticString(String text) {
    bodies++;
    return text + "!";
  }

  @Checkpointed
  private String privateString(String text, int number) {
    bodies++;
    return text + number;
  }

  @Checkpointed
  final int finalInt(int number) {
    bodies++;
    return number + 1;
  }

  @Checkpointed
  synchronized int synchronizedInt(int number) {
    bodies++;
    return number + 1;
  }

  /** Has a bridge method {@code Object apply(Object)}, to which javac copies the annotation. */
  @Override
  @Checkpointed
  public String apply(String text) {
    bodies++;
    return text + "!";
  }

  @Checkpointed
  <T extends Comparable<T>> T generic(List<? extends T> list) {
    bodies++;
    return list.get(0);
  }

  @Checkpointed
  static String varargs(String... texts) {
    bodies++;
    return String.join("", texts);
  }

  @Checkpointed
  static boolean aBoolean(boolean value) {
    bodies++;
    return !value;
  }

  @Checkpointed
  static byte aByte(byte value) {
    bodies++;
    return (byte) (value + 1);
  }

  @Checkpointed
  static short aShort(short value) {
    bodies++;
    return (short) (value + 1);
  }

  @Checkpointed
  static char aChar(char value) {
    bodies++;
    return (char) (value + 1);
  }

  @Checkpointed
  static float aFloat(float value) {
    bodies++;
    return value + 1;
  }

  @Checkpointed
  static long aLong(long first, int second, long third) {
    bodies++;
    return first + second + third;
  }

  @Checkpointed
  static double aDouble(double first, String second, double third) {
    bodies++;
    return first + second.length() + third;
  }

  @Checkpointed
  static int[] anArray(int[] numbers) {
    bodies++;
    return Arrays.copyOf(numbers, 1);
  }

  @Checkpointed
  static String[][] aMatrix(String[][] texts) {
    bodies++;
    return texts.clone();
  }

  @Checkpointed
  static void aVoid(StringBuilder target) {
    bodies++;
    target.append("done");
  }

  @Checkpointed
  static int recursive(int depth) {
    bodies++;
    return depth == 0 ? 0 : 1 + recursive(depth - 1);
  }

  @Checkpointed
  static String manyReturns(int number) {
    bodies++;
    try {
      if (number > 2) {
        return "more";
      }
      return "less";
    } catch (IllegalStateException e) {
      return "wrong";
    } finally {
      number = 0;
    }
  }

  /** Spoils its own parameters: a further try must see the original ones. */
  @Checkpointed
  static String reassigned(String text, long number) {
    bodies++;
    text = text + "x";
    number += 5;
    Flaky.maybeFail();
    return text + number;
  }

  @Checkpointed
  static int loops(int limit) {
    bodies++;
    int sum = 0;
    for (int i = 0; i < limit; i++) {
      long square = (long) i * i;
      sum += (int) square;
    }
    return sum;
  }

  @Checkpointed
  static Callable<String> lambdas(String text) {
    bodies++;
    return () -> text + "!";
  }

  /** Fails as often as it is told to. */
  public static final class Flaky {
    public static int failures;

    private Flaky() {}

    static void maybeFail() {
      if (failures-- > 0) {
        throw new IllegalStateException("flaky");
      }
    }
  }

  private interface Defaults {
    @Checkpointed
    default String byDefault(String text) {
      bodies++;
      return hidden(text);
    }

    private String hidden(String text) {
      return text + "!";
    }

    @Checkpointed
    static String ofInterface(String text) {
      bodies++;
      return text + "!";
    }
  }

  private record Point(int x, int y) {
    @Checkpointed
    int recordMethod() {
      bodies++;
      return x + y;
    }
  }

  private enum Colour {
    RED {
      @Override
      @Checkpointed
      String enumBody() {
        bodies++;
        return name();
      }
    };

    abstract String enumBody();
  }

  private static class Ancestor {
    @Checkpointed
    String inherited(String text) {
      bodies++;
      return text + "!";
    }
  }

  private static final class Heir extends Ancestor {}
}
