package dev.cairn.examples.documents.topics;

import dev.cairn.examples.documents.text.Debate;
import dev.cairn.examples.documents.text.Sentence;
import dev.cairn.examples.documents.text.WordClass;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the phrases of the debates: a noun with the adjective or noun that precedes it. */
public final class PhraseFinder {

  private static final int LEAST = 8;
  private static final int LIMIT = 40;

  private final Map<String, Integer> pairs = new HashMap<>();
  private final Map<String, Integer> firsts = new HashMap<>();
  private final Map<String, Integer> seconds = new HashMap<>();
  private int total;

  public void read(List<Debate> debates) {
    for (Debate debate : debates) {
      debate.sentences.forEach(this::read);
    }
  }

  /** The strongest first. */
  public List<Phrase> strongest() {
    return pairs.entrySet().stream()
        .filter(pair -> pair.getValue() >= LEAST)
        .map(pair -> phrase(pair.getKey(), pair.getValue()))
        .sorted(Comparator.comparingDouble(Phrase::strength).reversed().thenComparing(Phrase::text))
        .limit(LIMIT)
        .toList();
  }

  private void read(Sentence sentence) {
    for (int i = 1; i < sentence.tokens.length; i++) {
      if (isPhrase(sentence, i)) {
        String first = sentence.word(i - 1);
        String second = sentence.word(i);
        pairs.merge(first + " " + second, 1, Integer::sum);
        firsts.merge(first, 1, Integer::sum);
        seconds.merge(second, 1, Integer::sum);
        total++;
      }
    }
  }

  private static boolean isPhrase(Sentence sentence, int i) {
    WordClass before = sentence.classes[i - 1];
    return sentence.classes[i] == WordClass.NOUN
        && (before == WordClass.ADJECTIVE || before == WordClass.NOUN)
        && sentence.isWord(i - 1)
        && sentence.isWord(i);
  }

  private Phrase phrase(String text, int both) {
    int space = text.indexOf(' ');
    int first = firsts.getOrDefault(text.substring(0, space), 0);
    int second = seconds.getOrDefault(text.substring(space + 1), 0);
    return new Phrase(text, both, strength(both, first, second));
  }

  /** Twice the log-likelihood ratio of the table of first word by second word. */
  private double strength(int both, int first, int second) {
    double cells =
        term(both) + term(first - both) + term(second - both) + term(total - first - second + both);
    double rows = term(first) + term(total - first);
    double columns = term(second) + term(total - second);
    return 2 * (cells - rows - columns + term(total));
  }

  private static double term(int count) {
    return count == 0 ? 0 : count * Math.log(count);
  }
}
