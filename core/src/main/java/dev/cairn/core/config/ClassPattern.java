package dev.cairn.core.config;

import java.util.regex.Pattern;

/**
 * Names classes: {@code com.acme.Importer}, by their binary names. {@code *} stands for any
 * characters but a dot, {@code **} for any characters.
 *
 * @param text as it was written
 */
public record ClassPattern(String text, Pattern classes) {

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static ClassPattern of(String text) {
    if (text.isEmpty() || !text.chars().allMatch(ClassPattern::isAllowed)) {
      throw new IllegalArgumentException("not a pattern of classes: " + text);
    }
    return new ClassPattern(text, MethodPattern.glob(text));
  }

  private static boolean isAllowed(int character) {
    return Character.isJavaIdentifierPart(character) || ".*".indexOf(character) >= 0;
  }

  /** Whether this class is meant. */
  public boolean matches(String binaryName) {
    return classes.matcher(binaryName).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
