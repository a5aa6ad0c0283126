package dev.cairn.cli.session;

/** What a script learns from how the command ended; listed in {@code docs/cli.md}. */
public final class ExitStatus {
  /** The command did what it was asked. */
  public static final int DONE = 0;

  /** Something is damaged, or the command itself failed; what could be shown was shown. */
  public static final int DAMAGED = 1;

  /** A rehearsal found something that a crash would change. */
  public static final int NOT_EQUAL = 1;

  /** What was compared differs. */
  public static final int DIFFERENT = 1;

  /** The command, an option or a setting is wrong. */
  public static final int USAGE = 2;

  /** There is no store, or it cannot be read. */
  public static final int NO_STORE = 3;

  /** There is no such run or checkpoint in the store, or several. */
  public static final int NO_RUN = 4;

  /** The command to rehearse or to plan fails by itself, or has nothing to rehearse. */
  public static final int NOT_REHEARSED = 5;

  /** A live process owns the run that was to be amended. */
  public static final int OWNED = 6;

  private ExitStatus() {}
}
