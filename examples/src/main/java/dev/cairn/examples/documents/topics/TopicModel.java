package dev.cairn.examples.documents.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Latent Dirichlet allocation by collapsed Gibbs sampling: every word of every debate belongs to
 * one topic, and each sweep lets every word choose again. The counts change in place.
 */
public final class TopicModel {

  private static final double ALPHA = 0.1;
  private static final double BETA = 0.01;

  private final int topics;
  private final int vocabulary;
  private final Random random;

  /** Words of each debate as numbers of the vocabulary, and the topic that each belongs to. */
  private final int[][] words;

  private final int[][] topicOf;

  /** How many words of each debate, and how many uses of each word, belong to each topic. */
  private final int[][] debateCounts;

  private final int[][] wordCounts;
  private final int[] totals;
  private final double[] weights;
  private final List<Double> perplexities = new ArrayList<>();
  private int sweeps;

  /** The words may be shared between models; they are only read. */
  public TopicModel(int topics, int vocabulary, int[][] words, Random random) {
    this.topics = topics;
    this.vocabulary = vocabulary;
    this.words = words;
    this.random = random;
    topicOf = new int[words.length][];
    debateCounts = new int[words.length][topics];
    wordCounts = new int[vocabulary][topics];
    totals = new int[topics];
    weights = new double[topics];
    scatter();
  }

  /** Gives every word a topic by chance. */
  private void scatter() {
    for (int debate = 0; debate < words.length; debate++) {
      topicOf[debate] = new int[words[debate].length];
      for (int i = 0; i < words[debate].length; i++) {
        put(debate, i, random.nextInt(topics));
      }
    }
  }

  /** Lets every word choose again. */
  public void sweep() {
    for (int debate = 0; debate < words.length; debate++) {
      for (int i = 0; i < words[debate].length; i++) {
        count(debate, i, -1);
        put(debate, i, choose(debate, words[debate][i]));
      }
    }
    sweeps++;
  }

  private void put(int debate, int i, int topic) {
    topicOf[debate][i] = topic;
    count(debate, i, 1);
  }

  private void count(int debate, int i, int change) {
    int topic = topicOf[debate][i];
    debateCounts[debate][topic] += change;
    wordCounts[words[debate][i]][topic] += change;
    totals[topic] += change;
  }

  private int choose(int debate, int word) {
    double sum = 0;
    for (int topic = 0; topic < topics; topic++) {
      sum += (debateCounts[debate][topic] + ALPHA) * probability(word, topic);
      weights[topic] = sum;
    }
    double point = random.nextDouble() * sum;
    int chosen = 0;
    while (weights[chosen] < point) {
      chosen++;
    }
    return chosen;
  }

  private double probability(int word, int topic) {
    return (wordCounts[word][topic] + BETA) / (totals[topic] + vocabulary * BETA);
  }

  /** Measures how surprised the model is by the words; less is better. */
  public void measure() {
    double logs = 0;
    long count = 0;
    for (int debate = 0; debate < words.length; debate++) {
      for (int word : words[debate]) {
        logs += Math.log(probability(debate, word, words[debate].length));
      }
      count += words[debate].length;
    }
    perplexities.add(Math.exp(-logs / Math.max(1, count)));
  }

  private double probability(int debate, int word, int length) {
    double sum = 0;
    for (int topic = 0; topic < topics; topic++) {
      sum += (debateCounts[debate][topic] + ALPHA) * probability(word, topic);
    }
    return sum / (length + topics * ALPHA);
  }

  /** The last measure; infinite if there was none. */
  public double perplexity() {
    return perplexities.isEmpty()
        ? Double.POSITIVE_INFINITY
        : perplexities.get(perplexities.size() - 1);
  }

  public List<Double> perplexities() {
    return perplexities;
  }

  /** The next number of the model's own chance; drawing it changes what follows. */
  public long chance() {
    return random.nextLong();
  }

  public int sweeps() {
    return sweeps;
  }

  public int topics() {
    return topics;
  }

  /** How many words belong to the topic. */
  public int size(int topic) {
    return totals[topic];
  }

  /** The topic's share of one debate, from 0 to 1. */
  public double share(int debate, int topic) {
    return (debateCounts[debate][topic] + ALPHA) / (words[debate].length + topics * ALPHA);
  }

  public int words(int debate, int topic) {
    return debateCounts[debate][topic];
  }

  /** The most frequent words of the topic, as numbers of the vocabulary. */
  public int[] topWords(int topic, int limit) {
    Comparator<Integer> byCount = Comparator.comparing(word -> wordCounts[word][topic]);
    return IntStream.range(0, vocabulary)
        .boxed()
        .sorted(byCount.reversed().thenComparing(Comparator.naturalOrder()))
        .limit(limit)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
