package dev.cairn.it.crash.program;

/** A mutable part of the context, known to several others. */
final class Plot {
  /** Stands for no plot; programs compare with it by identity. */
  static final Plot NOWHERE = new Plot(null, new PlotKey(-1, "nowhere"), 0);

  final Farm farm;
  private final PlotKey key;
  private final StringBuilder remarks = new StringBuilder();
  int fruit;
  Plot next = this;

  Plot(Farm farm, PlotKey key, int fruit) {
    this.farm = farm;
    this.key = key;
    this.fruit = fruit;
  }

  PlotKey key() {
    return key;
  }

  String name() {
    return key.name();
  }

  void remark(String remark) {
    remarks.append(remark).append(';');
  }
}
