package dev.cairn.examples.documents.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CentralityTest {

  private final EntityGraph graph = new EntityGraph();

  @Test
  void countsTheWaysThatLeadThroughAName() {
    meet("a", "b");
    meet("b", "c");
    meet("c", "d");

    Map<Entity, Double> scores = scores();

    assertThat(scores)
        .containsEntry(graph.entity("a"), 0.0)
        .containsEntry(graph.entity("b"), 2.0)
        .containsEntry(graph.entity("c"), 2.0);
  }

  @Test
  void sharesAWayAmongEqualOnes() {
    meet("a", "b");
    meet("a", "c");
    meet("b", "d");
    meet("c", "d");

    assertThat(scores()).hasSize(4).allSatisfy((name, score) -> assertThat(score).isEqualTo(0.5));
  }

  @Test
  void leavesOutWhatIsNotConnected() {
    graph.entity("alone");
    meet("a", "b");

    assertThat(scores()).hasSize(3).allSatisfy((name, score) -> assertThat(score).isZero());
  }

  private void meet(String one, String other) {
    graph.entity(one).meet(graph.entity(other));
  }

  private Map<Entity, Double> scores() {
    return new Centrality(graph.entities()).scores();
  }
}
