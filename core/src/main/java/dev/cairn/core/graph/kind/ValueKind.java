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
    return one == other || (one.equals(other) && isAlike(one, other));
  }

  /** Whether two objects are values of this kind that are written alike. */
  public final boolean isAlike(Object one, Object other) {
    return one.getClass() == other.getClass()
        && (one instanceof String
            ? one.equals(other)
            : Written.of(this, one).equals(Written.of(this, other)));
  }

  /** Whether one value is written the same for ever: an address may still learn its name. */
  public boolean isSettled() {
    return true;
  }

  /** Whether equal values have equal hash codes in every JVM. */
  public boolean hashesAlike() {
    return true;
  }
}
