package dev.cairn.core.graph.kind;

/** What a slot means to the comparison of inputs and to a restore. */
public enum Mark {
  /** Saved, restored, and a difference makes inputs differ. */
  COMPARED(0),
  /** Saved and restored, never compared. */
  UNCOMPARED(1),
  /** Saved and restored where it can be, else the live value stays; never compared. */
  TRANSIENT(2),
  /** Never state: not saved, never written. But what is there can be linked again elsewhere. */
  UNSAVED(3);

  private final int code;

  Mark(int code) {
    this.code = code;
  }

  /** Stands for it in snapshots. */
  public int code() {
    return code;
  }
}
