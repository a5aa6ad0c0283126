package dev.cairn.examples.documents.topics;

import dev.cairn.examples.documents.text.Debate;
import dev.cairn.examples.documents.text.Sentence;
import dev.cairn.examples.documents.text.WordClass;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the words of each year: nouns and names that more debates used than in other years. */
public final class YearFinder {

  private static final int LEAST = 4;
  private static final int LIMIT = 6;

  private final Map<Integer, Integer> debatesOfYear = new TreeMap<>();
  private final Map<Integer, Map<String, Integer>> usesOfYear = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private int total;

  public void read(List<Debate> debates) {
    for (Debate debate : debates) {
      int year = debate.date.getYear();
      debatesOfYear.merge(year, 1, Integer::sum);
      total++;
      for (String word : words(debate)) {
        uses.merge(word, 1, Integer::sum);
        usesOfYear.computeIfAbsent(year, any -> new HashMap<>()).merge(word, 1, Integer::sum);
      }
    }
  }

  public Map<Integer, List<String>> wordsByYear() {
    Map<Integer, List<String>> found = new TreeMap<>();
    debatesOfYear.forEach((year, debates) -> found.put(year, words(year, debates)));
    return found;
  }

  private List<String> words(int year, int debates) {
    Map<String, Integer> here = usesOfYear.getOrDefault(year, Map.of());
    Comparator<String> byGain = Comparator.comparingDouble(word -> gain(word, here, debates));
    return here.keySet().stream()
        .filter(word -> here.getOrDefault(word, 0) >= LEAST)
        .sorted(byGain.reversed().thenComparing(Comparator.naturalOrder()))
        .limit(LIMIT)
        .toList();
  }

  /** By how many standard deviations the word is used by more debates than expected. */
  private double gain(String word, Map<String, Integer> here, int debates) {
    double expected = (double) uses.getOrDefault(word, 0) * debates / total;
    return (here.getOrDefault(word, 0) - expected) / Math.sqrt(expected);
  }

  private static Set<String> words(Debate debate) {
    Set<String> words = new HashSet<>();
    for (Sentence sentence : debate.sentences) {
      for (int i = 0; i < sentence.tokens.length; i++) {
        if (sentence.isWord(i) && isTelling(sentence.classes[i])) {
          words.add(sentence.word(i));
        }
      }
    }
    return words;
  }

  private static boolean isTelling(WordClass kind) {
    return kind == WordClass.NOUN || kind == WordClass.NAME;
  }
}
