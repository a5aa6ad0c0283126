package dev.cairn.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.agent.program.MethodKinds;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of method is restored after a crash, in whatever loader it stands. */
class MethodKindsIT {
  /** 20 kinds, of which one calls itself three times more. */
  private static final int CALLS = 20;

  @TempDir Path directory;

  private ForkedJvm program() {
    return ForkedJvm.of(MethodKinds.class).in(directory).withOption("-Xverify:all");
  }

  @Test
  void aCrashedRunIsRestoredCallByCallToTheResultOfAnUninterruptedOne() {
    Ended uninterrupted = program().run();

    Ended crashed = program().withAgent().withArguments("halt").run();
    Ended resumed = program().withAgent().run();

    assertThat(uninterrupted.err()).isEmpty();
    assertThat(crashed.status()).isEqualTo(9);
    assertThat(crashed.out()).isEqualTo(uninterrupted.out());
    assertThat(resumed.out()).isEqualTo(uninterrupted.out());
    assertThat(resumed.status()).isZero();
    assertThat(calls(resumed, "executed")).isEmpty();
    assertThat(calls(resumed, "unprotected")).isEmpty();
    assertThat(calls(resumed, "restored")).hasSize(CALLS);
    assertThat(crashed.foreignLines()).isEmpty();
    assertThat(resumed.foreignLines()).isEmpty();
  }

  private static List<String> calls(Ended ended, String what) {
    return ended.err().lines().filter(line -> line.startsWith("[cairn] " + what + " ")).toList();
  }
}
