package dev.cairn.core.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReturnTypeTest {
  private static ReturnType of(String type) {
    return ReturnType.of("()" + type, ReturnTypeTest.class);
  }

  @Test
  void acceptsBoxesOfPrimitivesAndNothingElseForThem() {
    assertThat(of("I").accepts(1)).isTrue();
    assertThat(of("I").accepts(1L)).isFalse();
    assertThat(of("I").accepts(null)).isFalse();
  }

  @Test
  void acceptsInstancesAndNullForReferences() {
    assertThat(of("Ljava/lang/Number;").accepts(1)).isTrue();
    assertThat(of("Ljava/lang/Number;").accepts(null)).isTrue();
    assertThat(of("Ljava/lang/Number;").accepts("1")).isFalse();
  }

  @Test
  void acceptsNothingForVoid() {
    assertThat(of("V").accepts(null)).isTrue();
    assertThat(of("V").accepts("x")).isFalse();
  }
}
