package dev.cairn.benchmarks.peers;

import dev.cairn.benchmarks.peers.Ground.Site;
import dev.cairn.benchmarks.peers.Peer.Name;
import dev.cairn.benchmarks.peers.Pipeline.Plan;
import dev.cairn.benchmarks.report.Aim;
import dev.cairn.benchmarks.report.Figures;
import dev.cairn.benchmarks.report.Numbers;
import dev.cairn.benchmarks.report.Table;
import dev.cairn.benchmarks.work.Printed;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the same pipeline with Cairn and its peers, one after the other, and writes what it cost
 * into a document. Arguments: the document, cairn.jar, and {@code --full} for larger states and
 * more calls, or {@code --smoke} for very little.
 */
public final class PeersFigures {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final Load SMALL = new Load(1, 100);
  private static final Load LARGE = new Load(10_240, 100);

  private final Ground ground;
  private final Map<Load, Integer> stages = new HashMap<>();
  private final List<Load> loads = new ArrayList<>();
  private final Map<Load, Map<Name, Cost>> costs = new HashMap<>();

  private PeersFigures(Ground ground, String extent) {
    this.ground = ground;
    boolean smoke = "--smoke".equals(extent);
    boolean full = "--full".equals(extent);
    add(SMALL, smoke ? 10 : full ? 2000 : 300);
    add(new Load(100, 10), smoke ? 5 : 50);
    add(new Load(10_240, 1), smoke ? 3 : 12);
    add(LARGE, smoke ? 3 : 12);
    if (full) {
      add(new Load(204_800, 1), 6);
      add(new Load(204_800, 100), 6);
    }
  }

  private void add(Load load, int count) {
    loads.add(load);
    stages.put(load, count);
  }

  /** What a pipeline has to do. */
  private record Load(int kilobytes, int percent) {
    @Override
    public String toString() {
      return Numbers.bytes(kilobytes * 1000.0) + ", " + percent + " % changed";
    }
  }

  /** What it took: nanoseconds and bytes. */
  private record Cost(double held, double stored, double resume) {}

  /** Measures and writes. */
  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    String extent = arguments.length > 2 ? arguments[2] : "";
    try (Ground ground = new Ground(Path.of(arguments[1]))) {
      PeersFigures figures = new PeersFigures(ground, extent);
      figures.measure();
      new Figures(Path.of(arguments[0])).replace("peers", figures.text());
    }
  }

  private void measure() throws IOException, SQLException, InterruptedException {
    for (Load load : loads) {
      Map<Name, Cost> row = new HashMap<>();
      for (Name peer : Name.values()) {
        System.out.println(load + ": " + peer.title());
        cost(peer, load).ifPresent(cost -> row.put(peer, cost));
      }
      costs.put(load, row);
    }
  }

  /** Empty where it fails. */
  private Optional<Cost> cost(Name peer, Load load)
      throws IOException, SQLException, InterruptedException {
    int count = stages.getOrDefault(load, 0);
    Site site = ground.site(peer);
    Printed first = Printed.by(site.start(plan(load, count - 1)));
    Printed second = Printed.by(site.start(plan(load, -1)));
    if (first.status() != 0 || second.status() != 0) {
      first.lines().stream().limit(5).forEach(System.out::println);
      second.lines().stream().limit(5).forEach(System.out::println);
      return Optional.empty();
    }
    return Optional.of(
        new Cost(
            first.median("held"),
            first.median("stored") / (count - 1),
            second.median("start") * NANOS_PER_MILLI));
  }

  private Plan plan(Load load, int haltAt) {
    int count = stages.getOrDefault(load, 0);
    return new Plan(load.kilobytes, load.percent, count, false, haltAt);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (Load load : loads) {
      text.append("**")
          .append(load)
          .append("**, ")
          .append(stages.get(load))
          .append(" stages\n\n")
          .append(table(costs.getOrDefault(load, Map.of())))
          .append('\n');
    }
    return text.append(Aim.table(aims())).toString();
  }

  private static Table table(Map<Name, Cost> row) {
    Table table = new Table("", "stage held", "of Cairn's", "stored per stage", "time to resume");
    Cost ours = row.get(Name.CAIRN);
    for (Name peer : Name.values()) {
      Cost cost = row.get(peer);
      if (cost == null || ours == null) {
        table.row(peer.title(), "fails", "", "", "");
      } else {
        table.row(
            peer.title(),
            Numbers.time(cost.held),
            Numbers.ratio(cost.held / ours.held),
            Numbers.bytes(cost.stored),
            Numbers.time(cost.resume));
      }
    }
    return table;
  }

  private List<Aim> aims() {
    Cost small = of(SMALL, Name.CAIRN);
    Cost large = of(LARGE, Name.CAIRN);
    Cost byHand = of(LARGE, Name.JAVA);
    double load = large.resume - small.resume;
    double loadByHand = byHand.resume - of(SMALL, Name.JAVA).resume;
    return List.of(
        Aim.atLeast("1 kB: DBOS, of Cairn", of(SMALL, Name.DBOS).held / small.held, 5),
        Aim.atLeast(
            "1 kB: Spring Batch, of Cairn", of(SMALL, Name.SPRING_BATCH).held / small.held, 3),
        Aim.atLeast("10 MB: by hand, of Cairn: save", byHand.held / large.held, 6),
        Aim.atLeast("10 MB: by hand, of Cairn: load", loadByHand / load, 2),
        Aim.atMost("10 MB: stored, of by hand", large.stored / byHand.stored, 1));
  }

  private Cost of(Load load, Name peer) {
    Cost cost = costs.getOrDefault(load, Map.of()).get(peer);
    if (cost == null) {
      throw new IllegalStateException(peer + " failed with " + load);
    }
    return cost;
  }
}
