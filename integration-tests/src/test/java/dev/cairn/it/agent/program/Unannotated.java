package dev.cairn.it.agent.program;

import java.util.ArrayList;
import java.util.List;

/** Code that nobody can edit. Given {@code halt} it stops before its end. */
public final class Unannotated {
  private static boolean halt;

  private Unannotated() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    halt = arguments.length > 0;
    System.out.println(run("monday"));
  }

  static List<String> run(String day) {
    List<String> lines = new ArrayList<>();
    load(lines, day);
    if (halt) {
      Runtime.getRuntime().halt(9);
    }
    return lines;
  }

  static void load(List<String> lines, String day) {
    lines.add("loaded " + day);
  }
}
