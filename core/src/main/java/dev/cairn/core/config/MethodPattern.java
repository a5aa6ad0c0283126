package dev.cairn.core.config;

import java.util.regex.Pattern;

/**
 * Names methods of code that cannot be annotated: {@code com.acme.Nightly#parse}. The class is a
 * binary name. {@code *} stands for any characters but a dot, {@code **} for any characters. All
 * methods of a matching name match, whatever their parameters.
 */
public final class MethodPattern {
  private final String text;
  private final Pattern classes;
  private final Pattern methods;

  private MethodPattern(String text, int hash) {
    this.text = text;
    this.classes = glob(text.substring(0, hash));
    this.methods = glob(text.substring(hash + 1));
  }

  /**
   * Reads {@code Class#method}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static MethodPattern of(String text) {
    int hash = text.indexOf('#');
    boolean named = hash > 0 && hash < text.length() - 1;
    if (!named
        || !text.chars().allMatch(MethodPattern::isAllowed)
        || hash != text.lastIndexOf('#')) {
      throw new IllegalArgumentException("not a pattern Class#method: " + text);
    }
    return new MethodPattern(text, hash);
  }

  /** Whether methods of this class can match at all. */
  public boolean matchesClass(String binaryName) {
    return classes.matcher(binaryName).matches();
  }

  /** Whether this method matches. */
  public boolean matches(String binaryName, String methodName) {
    return matchesClass(binaryName) && methods.matcher(methodName).matches();
  }

  private static boolean isAllowed(int character) {
    return Character.isJavaIdentifierPart(character) || ".*#".indexOf(character) >= 0;
  }

  static Pattern glob(String glob) {
    String regex = Pattern.quote(glob).replace("**", "\\E.<any>\\Q").replace("*", "\\E[^.]*\\Q");
    return Pattern.compile(regex.replace(".<any>", ".*"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MethodPattern pattern && pattern.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
