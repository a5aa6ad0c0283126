package dev.cairn.examples.documents;

import java.util.Locale;

/** One sentence of a debate; analyse gives it its tokens and their word classes. */
final class Sentence {

  final String text;
  String[] tokens = {};
  WordClass[] classes = {};

  Sentence(String text) {
    this.text = text;
  }

  /** The token as it is counted: in lower case. */
  String word(int position) {
    return tokens[position].toLowerCase(Locale.ROOT);
  }

  boolean isWord(int position) {
    String token = tokens[position];
    return token.length() > 2 && token.chars().allMatch(Character::isLetter);
  }

  boolean isCapitalised(int position) {
    return Character.isUpperCase(tokens[position].charAt(0));
  }
}
