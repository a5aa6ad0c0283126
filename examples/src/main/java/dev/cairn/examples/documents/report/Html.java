package dev.cairn.examples.documents.report;

import java.util.Locale;

/** Builds a page from top to bottom. What comes from the documents is escaped. */
final class Html {

  private final StringBuilder text = new StringBuilder();

  /** Appends markup; the values in it are escaped, numbers are written the same everywhere. */
  Html add(String markup, Object... values) {
    Object[] safe = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      safe[i] = values[i] instanceof CharSequence value ? escape(value.toString()) : values[i];
    }
    text.append(String.format(Locale.ROOT, markup, safe));
    return this;
  }

  /** Appends markup as it is. */
  Html raw(CharSequence markup) {
    text.append(markup);
    return this;
  }

  static String escape(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
