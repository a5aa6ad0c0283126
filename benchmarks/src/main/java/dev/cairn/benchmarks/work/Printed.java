package dev.cairn.benchmarks.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * What a program printed: lines of a name and a number, among others.
 *
 * @param lines its lines
 * @param status how it ended
 */
public record Printed(List<String> lines, int status) {
  /** What a process prints until it ends. */
  public static Printed by(Process process) throws IOException, InterruptedException {
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Printed(text.lines().toList(), process.waitFor());
  }

  /** All numbers of a name. */
  public LongStream numbers(String name) {
    return lines.stream()
        .filter(line -> line.matches(name + " -?\\d+"))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)));
  }

  /** The first of a name. */
  public OptionalLong number(String name) {
    return numbers(name).findFirst();
  }

  /** The one in the middle. */
  public double median(String name) {
    long[] sorted = numbers(name).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalStateException("no " + name + " in " + lines);
    }
    return sorted[sorted.length / 2];
  }
}
