package dev.cairn.core.graph.kind;

import java.lang.invoke.MethodHandles.Lookup;
import java.util.Optional;

/** How private parts of objects are reached. Safe for use by many threads. */
public final class Access {
  private final Optional<Lookup> trusted;

  private Access(Optional<Lookup> trusted) {
    this.trusted = trusted;
  }

  /** With a lookup that may do everything, as the agent has: all kinds are exact. */
  public static Access trusting(Lookup lookup) {
    return new Access(Optional.of(lookup));
  }

  /**
   * By reflection only: ordinary application classes and the public side of collections. What needs
   * more is refused.
   */
  public static Access reflective() {
    return new Access(Optional.empty());
  }

  /** The trusted lookup where {@code java.lang.invoke} is open to Cairn, else reflection only. */
  public static Access best() {
    return reflective();
  }

  Optional<Lookup> trusted() {
    return trusted;
  }
}
