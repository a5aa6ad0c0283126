package dev.cairn.cli.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What text takes on a terminal. */
public final class Letters {
  private static final Set<UnicodeScript> WIDE =
      EnumSet.of(
          UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);
  private static final int FULLWIDTH_FIRST = 0xFF01;
  private static final int FULLWIDTH_LAST = 0xFF60;
  private static final int PICTURES_FIRST = 0x1F300;
  private static final int PICTURES_LAST = 0x1FAFF;

  private Letters() {}

  /**
   * The text without anything that would steer a terminal: keys and names come from programs that
   * wrote to the store.
   */
  public static String printable(String text) {
    return text.codePoints().mapToObj(Letters::visible).collect(Collectors.joining());
  }

  /** How many columns the text takes. */
  static int width(String text) {
    return text.codePoints().map(Letters::columns).sum();
  }

  /** As much of the text's beginning as fits. */
  static String start(String text, int columns) {
    StringBuilder start = new StringBuilder();
    int taken = 0;
    for (int letter : text.codePoints().toArray()) {
      taken += columns(letter);
      if (taken > columns) {
        break;
      }
      start.appendCodePoint(letter);
    }
    return start.toString();
  }

  private static String visible(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          String.format(Locale.ROOT, "\\u%04x", letter);
      default -> Character.toString(letter);
    };
  }

  private static int columns(int letter) {
    int type = Character.getType(letter);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(letter) ? 2 : 1;
  }

  private static boolean isWide(int letter) {
    return WIDE.contains(UnicodeScript.of(letter))
        || letter >= FULLWIDTH_FIRST && letter <= FULLWIDTH_LAST
        || letter >= PICTURES_FIRST && letter <= PICTURES_LAST;
  }
}
