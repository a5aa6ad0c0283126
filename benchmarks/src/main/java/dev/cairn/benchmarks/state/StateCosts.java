package dev.cairn.benchmarks.state;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures what state costs and prints a table; ends with status 1 where an aim is missed.
 * Arguments: the home of the JDK to measure on and, where not the usual, how many rounds.
 */
public final class StateCosts {
  private static final double MOST_ENCODE_RATIO = 1.2;
  private static final double MOST_DECODE_RATIO = 1.3;
  private static final double MOST_WALK_RATIO = 0.5;
  private static final double MOST_STILL_RATIO = 0.6;
  private static final double MOST_SHARE = 0.01;
  private static final double MOST_MICROS_OF_CONSTANTS = 50;
  private static final String ROUNDS = "40";

  private final Path java;
  private final String rounds;
  private boolean missed;
  private double share;

  private StateCosts(Path jdk, String rounds) {
    this.java = jdk.resolve("bin/java");
    this.rounds = rounds;
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    StateCosts costs =
        new StateCosts(Path.of(arguments[0]), arguments.length > 1 ? arguments[1] : ROUNDS);
    System.out.printf(Locale.ROOT, "JDK %s%n", arguments[0]);
    for (String graph : List.of("documents", "columns", "orders")) {
      costs.graph(graph);
    }
    costs.constants();
    System.exit(costs.missed ? 1 : 0);
  }

  private void graph(String graph) throws IOException, InterruptedException {
    Map<Operation, Double> millis = measured(graph);
    double kryoEncode = of(millis, Operation.KRYO_ENCODE);
    double kryoDecode = of(millis, Operation.KRYO_DECODE);
    double encode = of(millis, Operation.ENCODE);
    System.out.printf(
        Locale.ROOT,
        "%s (bare Kryo: encodes %.1f, decodes %.1f ms)%n",
        graph,
        kryoEncode,
        kryoDecode);
    line("encode, of bare Kryo's", encode, kryoEncode, MOST_ENCODE_RATIO);
    line("decode, of bare Kryo's", of(millis, Operation.DECODE), kryoDecode, MOST_DECODE_RATIO);
    line("walk, of encode", of(millis, Operation.WALK), encode, MOST_WALK_RATIO);
    plain("nothing changed, of encode", of(millis, Operation.UNCHANGED), encode);
    plain("the same, known, of walk", of(millis, Operation.KNOWN), of(millis, Operation.WALK));
    double still = of(millis, Operation.AGAIN) + of(millis, Operation.KNOWN);
    if (graph.equals("documents")) {
      line("still stage, of bare Kryo's", still, kryoEncode, MOST_STILL_RATIO);
    } else {
      plain("still stage, of bare Kryo's", still, kryoEncode);
    }
    plain("delta of 1 %, of encode", of(millis, Operation.DELTA), encode);
    plain("the same, of a copy", of(millis, Operation.DELTA), of(millis, Operation.COPY));
    missed |= share > MOST_SHARE;
    System.out.printf(
        Locale.ROOT,
        "  stored for it: %.4f of a full snapshot (aim: at most %.2f)%s%n",
        share,
        MOST_SHARE,
        share > MOST_SHARE ? "   MISSED" : "");
  }

  private static void plain(String name, double millis, double reference) {
    System.out.printf(
        Locale.ROOT, "  %-29s %7.1f ms   ratio %.2f%n", name, millis, millis / reference);
  }

  private void line(String name, double millis, double reference, double most) {
    double ratio = millis / reference;
    missed |= ratio > most;
    System.out.printf(
        Locale.ROOT,
        "  %-29s %7.1f ms   ratio %.2f (aim: at most %.1f)%s%n",
        name,
        millis,
        ratio,
        most,
        ratio > most ? "   MISSED" : "");
  }

  private static <T> double of(Map<T, Double> numbers, T name) {
    Double found = numbers.get(name);
    if (found == null) {
      throw new IllegalStateException("not measured: " + name);
    }
    return found;
  }

  private void constants() throws IOException, InterruptedException {
    Map<String, Double> micros = numbers(SmallSaveCost.class);
    double unseen = of(micros, "UNSEEN");
    double quiet = of(micros, "QUIET") - unseen;
    missed |= quiet > MOST_MICROS_OF_CONSTANTS;
    System.out.printf(
        Locale.ROOT,
        "a small save among 20,000 classes (without a look at them: %.1f us)%n"
            + "  constants, at first        %7.1f us%n"
            + "  constants, later           %7.1f us   (aim: at most %.0f)%s%n",
        unseen,
        of(micros, "SEEN") - unseen,
        quiet,
        MOST_MICROS_OF_CONSTANTS,
        quiet > MOST_MICROS_OF_CONSTANTS ? "   MISSED" : "");
  }

  private Map<Operation, Double> measured(String graph) throws IOException, InterruptedException {
    Map<Operation, Double> millis = new EnumMap<>(Operation.class);
    Map<String, Double> numbers = numbers(StateCost.class, graph, rounds);
    share = of(numbers, StateCost.SHARE);
    numbers.remove(StateCost.SHARE);
    numbers.forEach((name, number) -> millis.put(Operation.valueOf(name), number));
    return millis;
  }

  /** What a program prints: names and numbers. */
  private Map<String, Double> numbers(Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    Map<String, Double> numbers = new HashMap<>();
    for (String line : output(program, arguments).lines().toList()) {
      String[] parts = line.split(" ", -1);
      numbers.put(parts[0], Double.parseDouble(parts[1]));
    }
    return numbers;
  }

  private String output(Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                java.toString(),
                "-Xms3g",
                "-Xmx3g",
                "-Xmn1500m",
                "-XX:+UseSerialGC",
                "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                "-cp",
                classPath(),
                program.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " failed:\n" + output);
    }
    return output;
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(part -> Path.of(part).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
