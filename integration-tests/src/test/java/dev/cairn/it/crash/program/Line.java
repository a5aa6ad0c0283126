package dev.cairn.it.crash.program;

/** A text that can be added to. */
public final class Line {
  private String text;

  /** A line that begins with this. */
  public Line(String text) {
    this.text = text;
  }

  /** Adds to it. */
  public Line append(Object more) {
    text += more;
    return this;
  }

  @Override
  public String toString() {
    return text;
  }
}
