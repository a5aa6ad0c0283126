package dev.cairn.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReturnTypeTest {

  @Test
  void acceptsWhatTheMethodCanReturn() {
    assertThat(type("()I").accepts(1)).isTrue();
    assertThat(type("()Z").accepts(true)).isTrue();
    assertThat(type("()Ljava/lang/CharSequence;").accepts("text")).isTrue();
    assertThat(type("()Ljava/lang/String;").accepts(null)).isTrue();
    assertThat(type("()[I").accepts(new int[0])).isTrue();
    assertThat(type("()V").accepts(null)).isTrue();
  }

  @Test
  void refusesNullForAPrimitiveAndEveryOtherType() {
    assertThat(type("()I").accepts(null)).isFalse();
    assertThat(type("()I").accepts(1L)).isFalse();
    assertThat(type("()J").accepts(1)).isFalse();
    assertThat(type("()Ljava/lang/String;").accepts(1)).isFalse();
    assertThat(type("()[I").accepts(new long[0])).isFalse();
    assertThat(type("()V").accepts("anything")).isFalse();
  }

  private static ReturnType type(String descriptor) {
    return ReturnType.of(descriptor, ReturnTypeTest.class);
  }
}
