package dev.cairn.it.crash.program;

import dev.cairn.AfterRestore;
import dev.cairn.Unsaved;

/** Holds a resource that is no state and is opened again after a restore. */
final class Scale {
  private final double unit;
  @Unsaved private Thread gauge;

  Scale(double unit) {
    this.unit = unit;
    open();
  }

  @AfterRestore
  private void open() {
    gauge = new Thread(() -> {}, "gauge of unit " + unit);
  }

  double weigh(int fruit) {
    return gauge.getName().endsWith(String.valueOf(unit)) ? fruit * unit : Double.NaN;
  }
}
