package dev.cairn.testkit.crash;

/** A store has not kept its word. */
final class BrokenPromise extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Which word. */
  enum Kind {
    LOST("a checkpoint that was acknowledged is lost"),
    TORN("a state is served that nobody saved"),
    UNREADABLE("a checkpoint that is listed cannot be read"),
    TWO_OWNERS("an owner commits after a newer claim"),
    REVIVED("a deleted run is there again"),
    STUCK("the store cannot be used any more");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private final Kind kind;

  BrokenPromise(Kind kind, String detail) {
    super(kind + ": " + detail);
    this.kind = kind;
  }

  BrokenPromise(Kind kind, RuntimeException cause) {
    super(kind + ": " + cause.getMessage(), cause);
    this.kind = kind;
  }

  /** The same with where it was found out. */
  BrokenPromise at(String where) {
    BrokenPromise told = new BrokenPromise(kind, where + ": " + getMessage());
    told.initCause(this);
    return told;
  }

  Kind kind() {
    return kind;
  }
}
