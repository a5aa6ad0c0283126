package dev.cairn.benchmarks.save;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What JMH measured: the median time of each operation on each subject. */
final class Measured {
  private static final int MEDIAN = 50;

  private final Map<Case, Double> nanos = new HashMap<>();

  private record Case(String operation, String graph, int changed) {}

  /** Measures, and adds what came of it. */
  void add(Trial trial) throws RunnerException {
    ChainedOptionsBuilder options = new OptionsBuilder().shouldFailOnError(true);
    trial
        .operations()
        .forEach(name -> options.include(trial.type().getName() + "\\." + name + "$"));
    options
        .param("graph", trial.graphs().toArray(String[]::new))
        .param("changed", trial.changed().stream().map(String::valueOf).toArray(String[]::new));
    trial.pace().accept(options);
    new Runner(options.build()).run().forEach(this::add);
  }

  /**
   * What is to be measured.
   *
   * @param type the class that has the operations
   * @param graphs as {@link Subject#graph} has them
   * @param changed as {@link Subject#changed} has it
   */
  record Trial(
      Class<?> type,
      List<String> operations,
      List<String> graphs,
      List<Integer> changed,
      Pace pace) {}

  private void add(RunResult result) {
    String label = result.getParams().getBenchmark();
    Case measured =
        new Case(
            label.substring(label.lastIndexOf('.') + 1),
            result.getParams().getParam("graph"),
            Integer.parseInt(result.getParams().getParam("changed")));
    nanos.put(measured, result.getPrimaryResult().getStatistics().getPercentile(MEDIAN));
  }

  /** The median time of an operation. */
  double nanos(String operation, String graph) {
    return nanos(operation, graph, 1);
  }

  /** The same after another share was changed. */
  double nanos(String operation, String graph, int changed) {
    Double found = nanos.get(new Case(operation, graph, changed));
    if (found == null) {
      throw new IllegalStateException("not measured: " + operation + " of " + graph);
    }
    return found;
  }

  /** The time of the operations one after the other. */
  double sum(String graph, String... operations) {
    double sum = 0;
    for (String operation : operations) {
      sum += nanos(operation, graph);
    }
    return sum;
  }
}
