package dev.cairn.core.graph.kind;

/**
 * A kind of value. Its written form is canonical: equal values, and only they, are written alike in
 * every JVM. Fingerprints and snapshots use the same form.
 */
public abstract non-sealed class ValueKind implements Kind {
  private final int code;

  /** The kind with a code, which is part of the format. */
  protected ValueKind(int code) {
    this.code = code;
  }

  /** Stands for this kind in snapshots and fingerprints. */
  public final int code() {
    return code;
  }

  /** Writes a value. */
  public abstract void write(Object value, ValueSink sink);

  /** Reads a value; throws any runtime exception where the form is not that of one. */
  public abstract Object read(ValueSource source);

  /** Whether equal values have equal hash codes in every JVM. */
  public boolean hashesAlike() {
    return true;
  }
}
