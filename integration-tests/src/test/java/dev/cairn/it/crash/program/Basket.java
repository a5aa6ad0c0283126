package dev.cairn.it.crash.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A new object that a stage makes of old ones. */
final class Basket {
  final Farm origin;
  final Plot best;
  final boolean bestIsNowhere;
  final int tally;
  final Map<PlotKey, Integer> fruit = new LinkedHashMap<>();
  final Scale scale = new Scale(0.5);
  final List<Double> weights = new ArrayList<>();
  List<Price> prices = new ArrayList<>();
  long total;

  Basket(Farm origin, Plot best, int tally) {
    this.origin = origin;
    this.best = best;
    this.bestIsNowhere = best == Plot.NOWHERE;
    this.tally = tally;
  }

  void accept(double[] measured, List<Price> asked) {
    for (double weight : measured) {
      weights.add(weight);
    }
    prices = asked;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "a basket from %s, best of %s%s, tally %d, %s, %s, %s, total %d",
        origin.name,
        best.name(),
        bestIsNowhere,
        tally,
        fruit,
        weights,
        prices,
        total);
  }
}
