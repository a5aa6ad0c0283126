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

  /**
   * Whether two values of this kind are the same. Equality alone does not say that: of URIs it
   * overlooks upper and lower case.
   */
  public final boolean same(Object one, Object other) {
    return one == other
        || (one.getClass() == other.getClass()
            && one.equals(other)
            && (one instanceof String || Written.of(this, one).equals(Written.of(this, other))));
  }

  /** Whether equal values have equal hash codes in every JVM. */
  public boolean hashesAlike() {
    return true;
  }
}
