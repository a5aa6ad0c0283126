package dev.cairn.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.error.CairnException;
import dev.cairn.core.error.FencedException;
import dev.cairn.core.error.RestoreException;
import dev.cairn.core.error.RunInProgressException;
import dev.cairn.core.error.StoreException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApplicationExceptionsTest {

  static Stream<CairnException> meant() {
    return Stream.of(
        new FencedException("run", "taken over"),
        new RestoreException("stage", "half-way"),
        new RunInProgressException("run", "owned"));
  }

  @ParameterizedTest
  @MethodSource("meant")
  void theApplicationMeetsTheExceptionsOfItsOwnClassPath(CairnException meant) {
    RuntimeException translated =
        ApplicationExceptions.translate(meant, getClass().getClassLoader());

    assertThat(translated)
        .isInstanceOf(dev.cairn.CairnException.class)
        .hasMessage(meant.getMessage())
        .hasCause(meant);
    assertThat(translated.getClass().getSimpleName()).isEqualTo(meant.getClass().getSimpleName());
  }

  @ParameterizedTest
  @MethodSource("meant")
  void withoutTheAnnotationsItMeetsCoresOwn(CairnException meant) {
    assertThat(ApplicationExceptions.translate(meant, ClassLoader.getPlatformClassLoader()))
        .isSameAs(meant);
  }

  @Test
  void otherFailuresOfCairnAreNotMeantForIt() {
    assertThat(ApplicationExceptions.isMeant(StoreException.rejected("store", "full", null)))
        .isFalse();
  }
}
