package dev.cairn.it.agent.program;

import dev.cairn.Checkpointed;
import dev.cairn.Key;
import dev.cairn.Pipeline;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * Uses its own Kryo, Jackson and Byte Buddy inside a run, by reflection as it is compiled without
 * them. Given {@code halt} it stops before its end.
 */
public final class OtherVersions {
  private OtherVersions() {}

  /** Runs it. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    run("monday", arguments.length > 0);
  }

  @Pipeline(name = "other-versions")
  private static void run(@Key String day, boolean halt) throws ReflectiveOperationException {
    List<String> lines = new ArrayList<>();
    stage(lines, day);
    System.out.println(lines + " " + json(lines) + " " + kryo(lines) + " " + byteBuddy());
    if (halt) {
      Runtime.getRuntime().halt(9);
    }
  }

  @Checkpointed
  private static void stage(List<String> lines, String day) {
    lines.add(day);
  }

  private static Object json(Object value) throws ReflectiveOperationException {
    Class<?> mapper = Class.forName("com.fasterxml.jackson.databind.ObjectMapper");
    Object version = mapper.getMethod("version").invoke(mapper.getConstructor().newInstance());
    Method write = mapper.getMethod("writeValueAsString", Object.class);
    return version + " " + write.invoke(mapper.getConstructor().newInstance(), value);
  }

  private static Object kryo(Object value) throws ReflectiveOperationException {
    Class<?> kryo = Class.forName("com.esotericsoftware.kryo.Kryo");
    Method copy = kryo.getMethod("copy", Object.class);
    return copy.invoke(kryo.getConstructor().newInstance(), value);
  }

  private static Object byteBuddy() throws ReflectiveOperationException {
    Class<?> version = Class.forName("net.bytebuddy.ClassFileVersion");
    return version.getField("JAVA_V17").get(null);
  }
}
