package dev.cairn.benchmarks.growth;

import dev.cairn.benchmarks.report.Aim;
import dev.cairn.benchmarks.report.Figures;
import dev.cairn.benchmarks.report.Numbers;
import dev.cairn.benchmarks.report.Plot;
import dev.cairn.benchmarks.report.Table;
import dev.cairn.benchmarks.save.Folder;
import dev.cairn.benchmarks.save.Steps;
import dev.cairn.benchmarks.save.Subject;
import dev.cairn.benchmarks.work.Dossier;
import dev.cairn.benchmarks.work.Printed;
import dev.cairn.core.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Measures what grows with what, and writes it into a document and into plots beside it. Arguments:
 * the document, cairn.jar, and {@code --full} for ten times as much, or {@code --smoke} for very
 * little.
 */
public final class GrowthFigures {
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS = 1e9;
  private static final int FEW = 4;
  private static final int RESUMED_CALLS = 1000;
  private static final int HELD_KILOBYTES = 10_240;

  private final Runs runs;
  private final Path plots;
  private final int scale;
  private final List<Aim> aims = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /**
   * Measures for a document.
   *
   * @param scale how far it goes: 1, 10 or 100
   */
  private GrowthFigures(Path document, Path cairnJar, int scale) {
    this.runs = new Runs(cairnJar.toAbsolutePath(), scale > 10 ? "-Xmx14g" : "-Xmx4g");
    this.plots = document.resolveSibling("figures");
    this.scale = scale;
  }

  /** Measures and writes. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String extent = arguments.length > 2 ? arguments[2] : "";
    int scale =
        switch (extent) {
          case "--smoke" -> 1;
          case "--full" -> 100;
          default -> 10;
        };
    Path document = Path.of(arguments[0]);
    GrowthFigures figures = new GrowthFigures(document, Path.of(arguments[1]), scale);
    figures.measure();
    figures.text.append(Aim.table(figures.aims));
    new Figures(document).replace("growth", figures.text.toString());
  }

  private void measure() throws IOException, InterruptedException {
    calls();
    sizes();
    runsOfAStore();
    threads();
    resumeOfCalls();
    resumeOfAState();
    held();
    footprint();
  }

  private void calls() throws IOException, InterruptedException {
    List<Double> across = new ArrayList<>();
    List<Double> up = new ArrayList<>();
    for (int count = 10; count <= 1000 * scale; count *= 10) {
      across.add((double) count);
      up.add(perCall(runs.withCairn("calls", count, 1, 100, false), count) / NANOS_PER_MICRO);
    }
    Plot plot = new Plot("A call of 1 kB", "calls of the run", "µs per call");
    plot("calls", plot.line("stage held", across, up));
    row("calls of a run", across, up, "µs per call of 1 kB");
  }

  private static double perCall(Printed printed, int count) {
    long loop = printed.number("loop").orElseThrow();
    return (double) (loop - printed.number("body").orElseThrow()) / count;
  }

  private void sizes() throws IOException, InterruptedException {
    Plot plot = new Plot("The size of the state", "kB", "ms per call");
    for (int percent : List.of(1, 100)) {
      List<Double> across = new ArrayList<>();
      List<Double> up = new ArrayList<>();
      for (int kilobytes = 10; kilobytes <= 10_000 * scale; kilobytes *= 10) {
        int count = Math.max(FEW, Math.min(100, 10_000 / kilobytes));
        Printed printed = runs.withCairn("calls", count, kilobytes, percent, false);
        across.add((double) kilobytes);
        up.add(perCall(printed, count) / NANOS_PER_MILLI);
      }
      plot.line(percent + " % changed", across, up);
      row("kB of state, " + percent + " % changed", across, up, "ms per call");
    }
    plot("sizes", plot);
  }

  private void runsOfAStore() throws IOException, InterruptedException {
    Printed printed = runs.withCairn("runs", 100 * scale);
    List<Double> across = new ArrayList<>();
    List<Double> up = new ArrayList<>();
    double count = 1;
    for (long nanos : printed.numbers("run").toArray()) {
      across.add(count);
      up.add(nanos / NANOS_PER_MILLI);
      count *= 10;
    }
    Plot plot = new Plot("A run of three calls of 1 kB", "runs in the store", "ms");
    plot("runs", plot.line("begin to end", across, up));
    row("runs in the store", across, up, "ms per run of three calls");
  }

  private void threads() throws IOException, InterruptedException {
    List<Double> across = new ArrayList<>();
    List<Double> up = new ArrayList<>();
    int count = 80 * scale;
    for (int threads = 1; threads <= 8; threads *= 2) {
      double loop = runs.withCairn("threads", threads, count).number("loop").orElseThrow();
      across.add((double) threads);
      up.add(count / (loop / NANOS));
    }
    Plot plot = new Plot("Stages side by side in one run", "threads", "calls per second");
    plot("threads", plot.line("1 kB each", across, up));
    row("threads", across, up, "calls per second");
  }

  private void row(String what, List<Double> across, List<Double> up, String unit) {
    Table table = new Table(columns(what, across));
    List<Object> cells = new ArrayList<>(List.of(unit));
    up.forEach(value -> cells.add(Numbers.ratio(value)));
    text.append(table.row(cells.toArray())).append('\n');
  }

  private static String[] columns(String what, List<Double> across) {
    List<String> columns = new ArrayList<>(List.of(what));
    across.forEach(value -> columns.add(String.valueOf(value.longValue())));
    return columns.toArray(String[]::new);
  }

  private void plot(String name, Plot plot) throws IOException {
    plot.write(plots.resolve(name + ".svg"));
    text.append("![" + plot.words() + "](figures/" + name + ".svg)\n\n");
  }

  /** How long it takes to restore what another process did: its nanoseconds. */
  private double resumed(int count, int kilobytes) throws IOException, InterruptedException {
    try (Folder store = Folder.make()) {
      runs.withCairn(store, "calls", count, kilobytes, 100, true);
      return runs.withCairn(store, "calls", count, kilobytes, 100, false)
          .number("loop")
          .orElseThrow();
    }
  }

  private void resumeOfCalls() throws IOException, InterruptedException {
    double seconds = resumed(RESUMED_CALLS, 1) / NANOS;
    aims.add(Aim.atMost("resume of 1,000 calls of 1 kB, in seconds", seconds, 1));
  }

  private void resumeOfAState() throws IOException, InterruptedException {
    int kilobytes = 10_240 * scale;
    double resumed = resumed(1, kilobytes);
    Subject subject = new Subject();
    subject.graph = String.valueOf(kilobytes);
    subject.make();
    Steps steps = new Steps();
    steps.prepare(subject);
    long begun = System.nanoTime();
    long work = LongStream.of(steps.walk().size(), steps.decode() == null ? 0 : 1).sum();
    double bound = System.nanoTime() - begun;
    steps.leave();
    String name = "resume of " + Numbers.bytes(kilobytes * 1000.0) + ", of walk + decode";
    aims.add(Aim.atMost(name, work == 0 ? 0 : resumed / bound, 1.3));
  }

  private void held() throws IOException, InterruptedException {
    Object[] arguments = {"calls", FEW, HELD_KILOBYTES, 1, false};
    double with = runs.withCairn(arguments).number("heap").orElseThrow();
    double without = runs.alone(arguments).number("heap").orElseThrow();
    aims.add(
        Aim.atMost("memory held between calls, of the state", (with - without) / encoded(), 1.2));
  }

  private static double encoded() {
    try (Folder folder = Folder.make();
        Checkpoints checkpoints = Checkpoints.of("size").in(folder.path()).open()) {
      return checkpoints.save(Dossier.of(HELD_KILOBYTES)).rawBytes();
    }
  }

  private void footprint() throws IOException, InterruptedException {
    Object[] arguments = {"calls", 1, 1, 1, false};
    Printed with = runs.withCairn(arguments);
    Printed without = runs.alone(arguments);
    long classes = with.number("classes").orElseThrow() - without.number("classes").orElseThrow();
    long millis = with.number("uptime").orElseThrow() - without.number("uptime").orElseThrow();
    Table table = new Table("", "");
    table.row("cairn.jar", Numbers.bytes((double) Files.size(runs.cairnJar())));
    table.row("classes loaded beside the program's, after one call", classes);
    table.row("from the start of the JVM to the first stage, beyond without", millis + " ms");
    text.append(table).append('\n');
  }
}
