package dev.cairn.core.codec.kryo.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DeniedClassesTest {
  @Test
  void someClassesAreRefusedEvenIfRecorded() {
    assertThat(List.of("java.lang.Runtime", "[Ljava.lang.ProcessBuilder;", "javax.naming.Name"))
        .allMatch(DeniedClasses::contains);
    assertThat(List.of("java.lang.String", "[I", "com.example.RuntimeFacts"))
        .noneMatch(DeniedClasses::contains);
  }
}
