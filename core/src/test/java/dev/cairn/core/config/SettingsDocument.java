package dev.cairn.core.config;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of all settings in {@code docs/settings.md}. */
final class SettingsDocument {
  private static final String BEGIN = "<!-- generated from dev.cairn.core.config.Setting -->\n";
  private static final String END = "<!-- end of the generated table -->\n";

  private SettingsDocument() {}

  /** The document with its table made anew. */
  static String renewed(String document) {
    int begin = document.indexOf(BEGIN);
    int end = document.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("docs/settings.md has lost the marks of its table");
    }
    return document.substring(0, begin + BEGIN.length()) + table() + document.substring(end);
  }

  private static String table() {
    return Arrays.stream(Setting.values())
        .map(SettingsDocument::row)
        .collect(
            Collectors.joining(
                "", "| setting | type | default | meaning |\n|---|---|---|---|\n", ""));
  }

  private static String row(Setting setting) {
    String type = setting.type().replace("|", "\\|");
    String defaultText = setting.defaultText().map(text -> "`" + text + "`").orElse("none");
    return Stream.of("`" + setting.key() + "`", type, defaultText, setting.meaning())
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
