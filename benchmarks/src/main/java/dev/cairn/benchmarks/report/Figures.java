package dev.cairn.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document with figures in it, each part between two comments that name the command which made
 * it: {@code <!-- figures: save -->} and {@code <!-- end of figures: save -->}.
 */
public final class Figures {
  private final Path document;

  /** The figures of a document. */
  public Figures(Path document) {
    this.document = document;
  }

  /** Puts new figures in the place of those that stand there. */
  public void replace(String part, String figures) throws IOException {
    String text = Files.readString(document);
    String begin = "<!-- figures: " + part + " -->\n";
    String end = "<!-- end of figures: " + part + " -->";
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException(
          "Cannot write the figures of " + part + ": expected their comments in " + document);
    }
    String before = text.substring(0, from + begin.length());
    Files.writeString(document, before + "\n" + figures.strip() + "\n\n" + text.substring(to));
  }
}
