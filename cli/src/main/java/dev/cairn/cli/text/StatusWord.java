package dev.cairn.cli.text;

import dev.cairn.core.log.Liveness;
import dev.cairn.core.log.RunHistory;
import java.util.Locale;

/** How the state of a run is called and coloured. */
public enum StatusWord {
  RUNNING(Style.LIVE),
  UNFINISHED(Style.NOTABLE),
  COMPLETE(Style.GOOD),
  DELETED(Style.FAINT),
  UNREADABLE(Style.BAD);

  private final Style style;

  StatusWord(Style style) {
    this.style = style;
  }

  public static StatusWord of(RunHistory.Status status, Liveness owner) {
    return switch (status) {
      case UNFINISHED -> owner == Liveness.ALIVE ? RUNNING : UNFINISHED;
      case COMPLETE -> COMPLETE;
      case DELETED -> DELETED;
      case UNREADABLE -> UNREADABLE;
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Cell cell() {
    return new Cell(word(), style);
  }
}
