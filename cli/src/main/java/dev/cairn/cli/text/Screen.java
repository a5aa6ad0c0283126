package dev.cairn.cli.text;

import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param out what was asked for
 * @param err what is wrong
 * @param colours whether somebody looks at {@code out} who sees colours
 * @param width columns of the terminal, {@link #UNLIMITED} for what is not one
 */
public record Screen(PrintWriter out, PrintWriter err, boolean colours, int width) {
  /** The width of a file or a pipe. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** A screen that is a file or a pipe. */
  public static Screen plain(PrintWriter out, PrintWriter err) {
    return new Screen(out, err, false, UNLIMITED);
  }

  /** Whether somebody is looking. */
  public boolean isTerminal() {
    return width != UNLIMITED;
  }

  /** The text in its style, where somebody sees it. */
  public String styled(Style style, String text) {
    return colours && !text.isBlank() ? style.around(text) : text;
  }

  /** Sends everything off. */
  public void flush() {
    out.flush();
    err.flush();
  }
}
