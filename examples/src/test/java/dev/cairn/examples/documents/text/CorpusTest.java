package dev.cairn.examples.documents.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusTest {

  @Test
  void readsAsManyEnglishDebatesAsAskedFor() throws IOException {
    List<Debate> debates = Corpus.english(20);

    assertThat(debates).hasSize(20);
    assertThat(debates).extracting(debate -> debate.number).startsWith(1, 2, 3);
    assertThat(debates).allSatisfy(debate -> assertThat(debate.text).containsPattern("\\bthe\\b"));
    assertThat(debates)
        .allSatisfy(debate -> assertThat(debate.date.getYear()).isBetween(1996, 2011));
  }
}
