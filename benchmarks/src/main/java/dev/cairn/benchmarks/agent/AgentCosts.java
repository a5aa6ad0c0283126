package dev.cairn.benchmarks.agent;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Measures what the agent costs and prints a table; ends with status 1 where an aim is missed.
 * Arguments: cairn.jar, and the home of the JDK to measure on.
 */
public final class AgentCosts {
  private static final int STARTS = 31;
  private static final double MOST_START_RATIO = 1.2;
  private static final double MOST_SCAN_MICROS = 5;
  private static final double MOST_STAGE_MICROS = 1;
  private static final double NANOS_PER_MICRO = 1000;

  private final Path java;
  private final String cairn;
  private final String empty;
  private final Path directory;
  private boolean missed;

  private AgentCosts(Path cairnJar, Path jdk, Path directory) throws IOException {
    this.java = jdk.resolve("bin/java");
    this.cairn = "-javaagent:" + cairnJar.toAbsolutePath();
    this.empty = "-javaagent:" + EmptyAgent.jar(directory);
    this.directory = directory;
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("cairn-benchmark");
    AgentCosts costs = new AgentCosts(Path.of(arguments[0]), Path.of(arguments[1]), directory);
    System.out.printf(Locale.ROOT, "JDK %s%n", arguments[1]);
    costs.start();
    costs.scan();
    costs.stage();
    System.exit(costs.missed ? 1 : 0);
  }

  /**
   * CPU of whole processes, alternating, so that a change of the machine's load meets all alike.
   */
  private void start() throws IOException, InterruptedException {
    List<Double> none = new ArrayList<>();
    List<Double> reference = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      none.add(cpuMillis(List.of()));
      reference.add(cpuMillis(List.of(empty)));
      ours.add(cpuMillis(List.of(cairn)));
    }
    double ratio = low(ours) / low(reference);
    System.out.printf(
        Locale.ROOT,
        "process start, no annotated class   %6.1f ms CPU   empty agent %.1f, none %.1f   ratio"
            + " %.2f (aim: at most %.1f)%s%n",
        low(ours),
        low(reference),
        low(none),
        ratio,
        MOST_START_RATIO,
        verdict(ratio <= MOST_START_RATIO));
  }

  private void scan() throws IOException, InterruptedException {
    double micros = nanos(List.of(cairn, empty), ScanCost.class) / NANOS_PER_MICRO;
    System.out.printf(
        Locale.ROOT,
        "a class without annotations passes  %6.2f µs (aim: under %.0f)%s%n",
        micros,
        MOST_SCAN_MICROS,
        verdict(micros < MOST_SCAN_MICROS));
  }

  private void stage() throws IOException, InterruptedException {
    double micros =
        nanos(List.of(cairn + "=log=off,implicit=false"), StageCost.class) / NANOS_PER_MICRO;
    System.out.printf(
        Locale.ROOT,
        "a woven stage outside any run       %6.2f µs (aim: under %.0f)%s%n",
        micros,
        MOST_STAGE_MICROS,
        verdict(micros < MOST_STAGE_MICROS));
  }

  private String verdict(boolean reached) {
    missed |= !reached;
    return reached ? "" : "   MISSED";
  }

  /** The mean of the lower half: other programs on the machine only ever add. */
  private static double low(List<Double> values) {
    return values.stream()
        .sorted()
        .limit((values.size() + 1) / 2)
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  /** User and system time of one JVM from its start to its end, as the shell counts it. */
  private double cpuMillis(List<String> agents) throws IOException, InterruptedException {
    String command =
        command(agents, Hello.class).stream()
            .map(part -> "'" + part + "'")
            .collect(Collectors.joining(" "));
    String script = "TIMEFORMAT='%3U %3S'; time " + command + " >/dev/null";
    String[] times = output(List.of("bash", "-c", script)).trim().split(" ");
    return Arrays.stream(times).mapToDouble(Double::parseDouble).sum() * 1000;
  }

  private double nanos(List<String> agents, Class<?> mainClass)
      throws IOException, InterruptedException {
    return Double.parseDouble(output(command(agents, mainClass)).trim());
  }

  private List<String> command(List<String> agents, Class<?> mainClass) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(agents);
    command.add("-cp");
    command.add(
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(part -> Path.of(part).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(mainClass.getName());
    return command;
  }

  private String output(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " failed:\n" + output);
    }
    return output;
  }
}
