package dev.cairn.examples.documents.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.examples.documents.text.Debate;
import dev.cairn.examples.documents.text.Sentence;
import dev.cairn.examples.documents.text.WordClass;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseFinderTest {

  private final Debate debate = new Debate(1, LocalDate.of(2000, 1, 1), "A test", "");

  @Test
  void putsFirstWhatStandsTogetherMostFaithfully() {
    add(12, "climate", "change");
    add(12, "great", "work");
    add(12, "great", "effort");
    add(12, "other", "work");
    add(12, "other", "effort");

    List<Phrase> phrases = strongest();

    assertThat(phrases.get(0).text()).isEqualTo("climate change");
    assertThat(phrases.get(0).count()).isEqualTo(12);
  }

  @Test
  void leavesOutWhatIsRare() {
    add(7, "climate", "change");

    assertThat(strongest()).isEmpty();
  }

  private void add(int times, String... tokens) {
    Sentence sentence = new Sentence(String.join(" ", tokens));
    sentence.tokens = tokens;
    sentence.classes = new WordClass[tokens.length];
    Arrays.fill(sentence.classes, WordClass.NOUN);
    for (int i = 0; i < times; i++) {
      debate.sentences.add(sentence);
    }
  }

  private List<Phrase> strongest() {
    PhraseFinder finder = new PhraseFinder();
    finder.read(List.of(debate));
    return finder.strongest();
  }
}
