package dev.cairn.examples.documents.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopicModelTest {

  private static final int WORDS = 20;

  /** Even debates use the first ten words, odd ones the last ten. */
  private static final int[][] TWO_KINDS =
      IntStream.range(0, 30)
          .mapToObj(debate -> IntStream.range(0, 40).map(i -> i % 10 + debate % 2 * 10).toArray())
          .toArray(int[][]::new);

  @Test
  void separatesWhatHasNoWordsInCommon() {
    TopicModel model = model(1);

    sweep(model, 50);

    int first = model.share(0, 0) > 0.5 ? 0 : 1;
    assertThat(model.topWords(first, 10)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(model.share(2, first)).isGreaterThan(0.9);
    assertThat(model.share(1, first)).isLessThan(0.1);
    assertThat(model.size(0) + model.size(1)).isEqualTo(30 * 40);
  }

  @Test
  void isLessSurprisedTheLongerItLooks() {
    TopicModel model = model(2);

    model.measure();
    double atFirst = model.perplexity();
    sweep(model, 50);
    model.measure();

    assertThat(model.perplexity()).isLessThan(atFirst);
    assertThat(model.perplexities()).hasSize(2);
    assertThat(model.sweeps()).isEqualTo(50);
  }

  @Test
  void goesTheSameWayFromTheSameStart() {
    TopicModel one = model(3);
    TopicModel other = model(3);

    sweep(one, 5);
    sweep(other, 5);

    assertThat(other).usingRecursiveComparison().ignoringFields("random").isEqualTo(one);
    assertThat(other.chance()).isEqualTo(one.chance());
  }

  private static TopicModel model(long seed) {
    return new TopicModel(2, WORDS, TWO_KINDS, new Random(seed));
  }

  private static void sweep(TopicModel model, int times) {
    IntStream.range(0, times).forEach(any -> model.sweep());
  }
}
