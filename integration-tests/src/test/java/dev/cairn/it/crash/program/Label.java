package dev.cairn.it.crash.program;

/** A key with an equality of its own, which knows the value that it stands for. */
final class Label {
  private final Plot plot;
  private final String text;

  Label(Plot plot) {
    this.plot = plot;
    this.text = "label of " + plot.name();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Label label && label.text.equals(text) && label.plot == plot;
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
