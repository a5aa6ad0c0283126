package dev.cairn.it.crash.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The context that the stages pass on and change. */
final class Farm {
  final String name;
  final List<Plot> plots = new ArrayList<>();
  final Map<PlotKey, Plot> byKey = new HashMap<>();
  Season season = Season.SUMMER;
  Plot first = Plot.NOWHERE;
  Basket cellar;

  Farm(String name) {
    this.name = name;
  }

  void add(Plot plot) {
    plots.add(plot);
    byKey.put(plot.key(), plot);
    if (first == Plot.NOWHERE) {
      first = plot;
    }
  }

  /** Makes a ring of the plots. */
  void join() {
    for (int i = 0; i < plots.size(); i++) {
      plots.get(i).next = plots.get((i + 1) % plots.size());
    }
  }
}
