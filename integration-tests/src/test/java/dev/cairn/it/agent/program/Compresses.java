package dev.cairn.it.agent.program;

import dev.cairn.Checkpointed;
import dev.cairn.Key;
import dev.cairn.Pipeline;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Has a state that is worth compressing. Given {@code own} it uses a zstd-jni of its own before and
 * after the stages; given {@code halt} it stops before its run is complete.
 */
public final class Compresses {
  private static final int LINES = 40_000;

  private final List<String> lines = new ArrayList<>();

  private Compresses() {}

  /** Arguments: any of {@code own} and {@code halt}. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    List<String> words = Arrays.asList(arguments);
    boolean own = words.contains("own");
    String before = own ? roundTrip() : "";
    new Compresses().run("key", words.contains("halt"));
    System.out.println(before + (own ? roundTrip() : ""));
  }

  private static String roundTrip() throws ReflectiveOperationException {
    Class<?> zstd = Class.forName("com.github.luben.zstd.Zstd");
    byte[] text = "to be or not to be ".repeat(100).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] small = (byte[]) zstd.getMethod("compress", byte[].class).invoke(null, (Object) text);
      byte[] back =
          (byte[])
              zstd.getMethod("decompress", byte[].class, int.class)
                  .invoke(null, small, text.length);
      return Arrays.equals(text, back) + " in the module " + zstd.getModule().getName() + "; ";
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Pipeline(name = "compresses")
  private void run(@Key String name, boolean halt) {
    fill();
    System.out.println(name + " " + lines.hashCode());
    if (halt) {
      Runtime.getRuntime().halt(9);
    }
  }

  @Checkpointed
  private void fill() {
    for (int number = 0; number < LINES; number++) {
      lines.add(
          "line "
              + number
              + " of a text in which every line is hardly like the last "
              + number * 31);
    }
  }
}
