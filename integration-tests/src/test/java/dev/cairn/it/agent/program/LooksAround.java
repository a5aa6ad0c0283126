package dev.cairn.it.agent.program;

import dev.cairn.Checkpointed;
import java.util.List;

/** Looks for what an application must not see, once Cairn is at work. */
public final class LooksAround {
  private LooksAround() {}

  /** Prints what it finds. */
  public static void main(String[] arguments) {
    stage();
    List<String> hidden =
        List.of(
            "net.bytebuddy.ByteBuddy",
            "com.esotericsoftware.kryo.Kryo",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "dev.cairn.core.CairnRuntime",
            "dev.cairn.agent.AgentStart");
    hidden.forEach(LooksAround::look);
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.contains("bytebuddy") || name.contains("kryo"))
        .forEach(System.out::println);
    System.out.println("looked");
  }

  private static void look(String className) {
    String resource = className.replace('.', '/') + ".class";
    if (ClassLoader.getSystemResource(resource) != null) {
      System.out.println("resource " + resource);
    }
    try {
      Class<?> found = Class.forName(className);
      System.out.println(found + " of " + found.getProtectionDomain().getCodeSource());
    } catch (ClassNotFoundException e) {
      // as it should be
    }
  }

  @Checkpointed
  private static void stage() {}
}
