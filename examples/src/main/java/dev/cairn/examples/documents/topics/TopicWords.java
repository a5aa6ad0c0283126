package dev.cairn.examples.documents.topics;

import dev.cairn.examples.documents.text.Debate;
import dev.cairn.examples.documents.text.Sentence;
import dev.cairn.examples.documents.text.WordClass;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses the words that the topic model sees: nouns that are not too rare or too usual. */
public final class TopicWords {

  private static final int LEAST = 5;
  private static final int USUAL = 700;

  private final Vocabulary vocabulary;
  private final int most;

  public TopicWords(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    most = Math.max(10 * LEAST, Math.toIntExact(vocabulary.total() / USUAL));
  }

  /** For each debate the numbers of its words, in order. */
  public int[][] of(List<Debate> debates) {
    return debates.stream()
        .map(debate -> debate.sentences.stream().flatMapToInt(this::of).toArray())
        .toArray(int[][]::new);
  }

  private IntStream of(Sentence sentence) {
    return IntStream.range(0, sentence.tokens.length)
        .filter(i -> sentence.isWord(i) && sentence.classes[i] == WordClass.NOUN)
        .map(i -> vocabulary.number(sentence.word(i)))
        .filter(this::isModerate);
  }

  private boolean isModerate(int number) {
    return number >= 0
        && vocabulary.occurrences(number) >= LEAST
        && vocabulary.occurrences(number) <= most;
  }
}
