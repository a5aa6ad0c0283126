package dev.cairn.testkit.tampering;

/** What becomes of a forgery. */
enum Verdict {
  FOUND("found"),
  HARMLESS("no effect"),
  UNNOTICED("not found"),
  SERVED("serves what nobody saved"),
  REMOVED("removes what is there");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
