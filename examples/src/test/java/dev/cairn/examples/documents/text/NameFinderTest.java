package dev.cairn.examples.documents.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NameFinderTest {

  private static final String TEXT =
      "Mr President, the European Parliament and the Commission agree on Turkey. "
          + "Turkey knows the Court of Justice and the Commission.";

  private final Debate debate = new Debate(1, LocalDate.of(2000, 1, 1), "A test", TEXT);
  private final EntityGraph graph = new EntityGraph();

  @BeforeAll
  void linkTheDebate() {
    Language language = new Language("en");
    language.split(debate);
    debate.sentences.forEach(language::tag);
    new NameFinder(graph).link(debate);
  }

  @Test
  void findsNamesWithoutFormsOfAddress() {
    assertThat(graph.entities())
        .extracting(entity -> entity.name)
        .containsExactly("European Parliament", "Commission", "Turkey", "Court of Justice");
  }

  @Test
  void keepsOneObjectForEachName() {
    Entity turkey = graph.entity("Turkey");

    assertThat(turkey.mentions).isEqualTo(2);
    assertThat(debate.names).filteredOn(name -> name == turkey).hasSize(2);
    assertThat(graph.entities()).anyMatch(name -> name == turkey);
  }

  @Test
  void linksNamesOfTheSameSentenceBothWays() {
    Entity turkey = graph.entity("Turkey");
    Entity commission = graph.entity("Commission");

    assertThat(turkey.companions).containsEntry(commission, 2);
    assertThat(commission.companions).containsEntry(turkey, 2);
    assertThat(EntityGraph.closest(turkey, 1)).containsExactly(commission);
    assertThat(graph.links()).isEqualTo(5);
  }
}
