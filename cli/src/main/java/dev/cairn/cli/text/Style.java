package dev.cairn.cli.text;

/** How a piece of text looks on a terminal. */
public enum Style {
  /** As it is. */
  PLAIN(""),
  /** What names something. */
  TITLE("1"),
  /** All is well. */
  GOOD("32"),
  /** Worth a look. */
  NOTABLE("33"),
  /** Something is wrong. */
  BAD("31"),
  /** Going on right now. */
  LIVE("36"),
  /** Of little interest. */
  FAINT("2");

  private static final String ESCAPE = "\u001b[";

  private final String code;

  Style(String code) {
    this.code = code;
  }

  String around(String text) {
    return code.isEmpty() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
  }
}
