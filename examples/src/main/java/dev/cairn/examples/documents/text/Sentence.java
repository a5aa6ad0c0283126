package dev.cairn.examples.documents.text;

import java.util.Locale;

/** One sentence of a debate; analyse gives it its tokens and their word classes. */
public final class Sentence {

  public final String text;
  public String[] tokens = {};
  public WordClass[] classes = {};

  public Sentence(String text) {
    this.text = text;
  }

  /** The token as it is counted: in lower case. */
  public String word(int position) {
    return tokens[position].toLowerCase(Locale.ROOT);
  }

  public boolean isWord(int position) {
    String token = tokens[position];
    return token.length() > 2 && token.chars().allMatch(Character::isLetter);
  }

  boolean isCapitalised(int position) {
    return Character.isUpperCase(tokens[position].charAt(0));
  }
}
