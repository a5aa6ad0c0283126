package dev.cairn.examples.documents.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the words in order of first appearance and counts them. */
public final class Vocabulary {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private int[] counts = new int[64];
  private long total;

  public int count(String word) {
    int number = numbers.computeIfAbsent(word, this::append);
    counts[number]++;
    total++;
    return number;
  }

  int number(String word) {
    return numbers.getOrDefault(word, -1);
  }

  public String word(int number) {
    return words.get(number);
  }

  int occurrences(int number) {
    return counts[number];
  }

  public int size() {
    return words.size();
  }

  public long total() {
    return total;
  }

  private int append(String word) {
    if (words.size() == counts.length) {
      counts = Arrays.copyOf(counts, 2 * counts.length);
    }
    words.add(word);
    return words.size() - 1;
  }
}
