package dev.cairn.examples.documents.text;

/** What kind of word a token is, as far as the report cares. */
public enum WordClass {
  NOUN("nouns"),
  NAME("names"),
  VERB("verbs"),
  ADJECTIVE("adjectives"),
  ADVERB("adverbs"),
  FUNCTION("function words"),
  PUNCTUATION("punctuation");

  private final String plural;

  WordClass(String plural) {
    this.plural = plural;
  }

  /** The class for a tag of the Universal Dependencies, which the OpenNLP model was trained on. */
  static WordClass ofTag(String tag) {
    return switch (tag) {
      case "NOUN" -> NOUN;
      case "PROPN" -> NAME;
      case "VERB" -> VERB;
      case "ADJ" -> ADJECTIVE;
      case "ADV" -> ADVERB;
      case "PUNCT", "SYM", "X" -> PUNCTUATION;
      default -> FUNCTION;
    };
  }

  public String plural() {
    return plural;
  }
}
