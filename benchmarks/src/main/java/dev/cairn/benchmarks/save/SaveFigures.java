package dev.cairn.benchmarks.save;

import dev.cairn.benchmarks.report.Aim;
import dev.cairn.benchmarks.report.Figures;
import dev.cairn.benchmarks.report.Numbers;
import dev.cairn.benchmarks.report.Table;
import dev.cairn.benchmarks.save.Measured.Trial;
import dev.cairn.core.Checkpoints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures the way of a state into the store and back, and writes it into a document. Arguments:
 * the document, cairn.jar, and {@code --full} for all sizes and more JVMs, or {@code --smoke} for
 * very little, to see that it works.
 */
public final class SaveFigures {
  private static final List<String> STEPS =
      List.of("walk", "encode", "decode", "delta", "compress", "seal", "put", "write", "twoSyncs");
  private static final List<String> WHOLES =
      List.of("save", "saveEncrypted", "saveDifference", "load");
  private static final List<String> GRAPHS = List.of("documents", "columns", "orders");
  private static final List<Integer> SHARES = List.of(0, 10, 100);
  private static final String SMALL = "1";
  private static final String AIMED = "documents";

  private final Measured measured = new Measured();
  private final Path cairnJar;
  private final Pace pace;
  private final List<String> graphs;
  private final List<String> sizes;

  private SaveFigures(Path cairnJar, String extent) {
    this.cairnJar = cairnJar.toAbsolutePath();
    this.sizes =
        switch (extent) {
          case "--smoke" -> List.of(SMALL);
          case "--full" -> List.of(SMALL, "100", "10240", "204800");
          default -> List.of(SMALL, "100", "10240");
        };
    this.graphs = "--smoke".equals(extent) ? List.of(AIMED) : GRAPHS;
    this.pace =
        switch (extent) {
          case "--smoke" -> Pace.warm(1, 1);
          case "--full" -> Pace.warm(3, 5);
          default -> Pace.warm(1, 2);
        };
  }

  /** Measures and writes. */
  public static void main(String[] arguments) throws IOException, RunnerException {
    String extent = arguments.length > 2 ? arguments[2] : "";
    SaveFigures figures = new SaveFigures(Path.of(arguments[1]), extent);
    figures.measure();
    new Figures(Path.of(arguments[0])).replace("save", figures.text());
  }

  private List<String> subjects() {
    return Stream.concat(graphs.stream(), sizes.stream()).toList();
  }

  private void measure() throws RunnerException {
    List<Integer> one = List.of(1);
    measured.add(new Trial(Steps.class, STEPS, subjects(), one, pace));
    measured.add(new Trial(Wholes.class, WHOLES, subjects(), one, pace));
    measured.add(new Trial(Wholes.class, List.of("saveDifference"), sizes, SHARES, pace));
    measureCalls();
  }

  private void measureCalls() throws RunnerException {
    try (Folder folder = Folder.make()) {
      Pace mean = Pace.underAgent(Mode.AverageTime, 2, cairnJar, store(folder, "mean"));
      List<String> trivial = List.of("plain", "outside");
      measured.add(new Trial(Calls.class, trivial, List.of(SMALL), List.of(1), mean));
      Pace median = Pace.underAgent(Mode.SampleTime, 4, cairnJar, store(folder, "median"));
      measured.add(new Trial(Calls.class, List.of("inside"), called(), List.of(1), median));
    }
  }

  private static String store(Folder folder, String name) {
    return "store=" + folder.path().resolve(name);
  }

  private List<String> called() {
    return Stream.concat(Stream.of(AIMED), sizes.stream()).toList();
  }

  private String text() throws RunnerException {
    return Stream.of(
            "Medians of many calls in a warm JVM. `documents`, `columns` and `orders` are the graphs"
                + " of the [benchmarks](../benchmarks/README.md), one record in a hundred changed;"
                + " the others are documents of a size.\n",
            table(Stream.concat(STEPS.stream(), WHOLES.stream()).toList(), subjects()),
            "A save as a difference, by the share of the pages that changed; every tenth is stored"
                + " in full.\n",
            shares(),
            "Calls of a stage under the agent.\n",
            calls(),
            Aim.table(aims()).toString())
        .reduce("", (text, part) -> text + part + "\n");
  }

  private String table(List<String> operations, List<String> graphs) {
    Table table = new Table(columns("", graphs));
    for (String operation : operations) {
      table.row(cells(operation, graphs, 1));
    }
    return table.toString();
  }

  private static String[] columns(String first, List<String> graphs) {
    return Stream.concat(Stream.of(first), graphs.stream().map(SaveFigures::name))
        .toArray(String[]::new);
  }

  private static String name(String graph) {
    return Character.isDigit(graph.charAt(0))
        ? Numbers.bytes(Integer.parseInt(graph) * 1000.0)
        : graph;
  }

  private Object[] cells(String operation, List<String> graphs, int changed) {
    Stream<String> times =
        graphs.stream().map(graph -> Numbers.time(measured.nanos(operation, graph, changed)));
    return Stream.concat(Stream.of(operation), times).toArray();
  }

  private String shares() {
    Table table = new Table(columns("changed", sizes));
    for (int share : List.of(0, 1, 10, 100)) {
      Object[] cells = cells("saveDifference", sizes, share);
      cells[0] = share + " %";
      table.row(cells);
    }
    return table.toString();
  }

  private String calls() {
    double outside = measured.nanos("outside", SMALL) - measured.nanos("plain", SMALL);
    Table table = new Table("call", "time");
    table.row("outside any run, beyond that of a plain method", Numbers.time(outside));
    for (String graph : called()) {
      table.row(
          "in a run, " + name(graph) + ", 1 % changed",
          Numbers.time(measured.nanos("inside", graph)));
    }
    return table.toString();
  }

  private List<Aim> aims() throws RunnerException {
    double save = measured.nanos("save", AIMED);
    double slowest =
        Stream.of("encode", "compress", "write")
            .mapToDouble(step -> measured.nanos(step, AIMED))
            .max()
            .orElseThrow();
    double bound = measured.nanos("walk", AIMED) + slowest;
    List<Aim> aims = new ArrayList<>();
    String most = "of walk + max(encode, compress, write)";
    aims.add(Aim.atMost("stage held, stored in full, " + most, heldInFull() / bound, 1.2));
    aims.add(Aim.atMost("its steps one after the other, " + most, steps() / bound, 1.2));
    aims.add(Aim.atMost("first save of a process, of a warm one", cold() / save, 3));
    aims.add(Aim.atMost("encrypted save, of a plain one", of("saveEncrypted", "save"), 1.2));
    double difference = measured.nanos("saveDifference", AIMED);
    double walkAndEncode = measured.sum(AIMED, "walk", "encode");
    aims.add(Aim.atMost("1 % changed: time, of walk + encode", difference / walkAndEncode, 1.1));
    aims.add(Aim.atMost("1 % changed: stored, of all", storedShare(), 0.01));
    double small = measured.nanos("save", SMALL) / measured.nanos("twoSyncs", SMALL);
    aims.add(Aim.atMost("save of 1 kB, of two syncs", small, 2));
    aims.add(Aim.atMost("load, of a save", of("load", "save"), 1));
    return aims;
  }

  private double steps() {
    return measured.sum(AIMED, "walk", "encode", "seal", "put");
  }

  private double heldInFull() throws RunnerException {
    try (Folder folder = Folder.make()) {
      String settings = "keyframe=1," + store(folder, "full");
      Pace inFull = Pace.underAgent(Mode.SampleTime, 4, cairnJar, settings);
      Measured full = new Measured();
      full.add(new Trial(Calls.class, List.of("inside"), List.of(AIMED), List.of(1), inFull));
      return full.nanos("inside", AIMED);
    }
  }

  private double of(String operation, String reference) {
    return measured.nanos(operation, AIMED) / measured.nanos(reference, AIMED);
  }

  private double cold() throws RunnerException {
    Measured first = new Measured();
    first.add(new Trial(Wholes.class, List.of("save"), List.of(AIMED), List.of(1), Pace.cold()));
    return first.nanos("save", AIMED);
  }

  private static double storedShare() {
    Subject subject = new Subject();
    subject.graph = AIMED;
    subject.make();
    try (Folder folder = Folder.make();
        Checkpoints checkpoints = Checkpoints.of("share").in(folder.path()).open()) {
      double whole = checkpoints.save(subject.root()).storedBytes();
      subject.change();
      return checkpoints.save(subject.root()).storedBytes() / whole;
    }
  }
}
