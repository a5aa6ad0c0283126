package dev.cairn.examples.documents.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LanguageTest {

  private final Language language = new Language("en");

  @Test
  void splitsAndTags() {
    Debate debate = debate("Turkey signed the treaty. The Commission welcomes it.");

    language.split(debate);
    debate.sentences.forEach(language::tag);

    assertThat(debate.sentences)
        .extracting(sentence -> sentence.tokens.length)
        .containsExactly(5, 5);
    assertThat(debate.sentences.get(0).classes)
        .containsExactly(
            WordClass.NAME,
            WordClass.VERB,
            WordClass.FUNCTION,
            WordClass.NOUN,
            WordClass.PUNCTUATION);
  }

  @Test
  void worksTheSameWhenOpenedAgain() {
    Debate before = debate("The Council met in Lisbon. It decided nothing.");
    Debate after = debate(before.text);

    language.split(before);
    language.open();
    language.split(after);

    assertThat(after.sentences).usingRecursiveComparison().isEqualTo(before.sentences);
  }

  private static Debate debate(String text) {
    return new Debate(1, LocalDate.of(2000, 1, 1), "A test", text);
  }
}
