package dev.cairn.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  @ParameterizedTest
  @CsvSource({"store,store,0", "'',abc,3", "abc,'',3", "kitten,sitting,3", "stroe,store,2"})
  void theDistanceCountsEdits(String from, String to, int edits) {
    assertThat(NearestName.distance(from, to)).isEqualTo(edits);
  }

  @Test
  void theNearestNameHasTheFewestEdits() {
    assertThat(NearestName.to("verfy", List.of("store", "verify", "fresh"))).isEqualTo("verify");
  }
}
