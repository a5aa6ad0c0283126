package dev.cairn.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.agent.program.Unloads;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An application that its container drops leaves nothing behind in Cairn. */
@Execution(ExecutionMode.CONCURRENT)
class UnloadingIT {
  private static final int APPLICATIONS = 6;

  @TempDir Path directory;

  @Test
  void loadersOfApplicationsAreCollectedAfterTheirStagesRan() {
    Ended ended = container().withArguments(APPLICATIONS).run();

    assertThat(ended.status()).as("%s", ended).isZero();
    assertThat(ended.out()).as("%s", ended).contains("\n0 of 6 left\n");
    assertThat(ended.err())
        .contains("[cairn] executed ", "[cairn] restored ", "[cairn] resumed ")
        .doesNotContain("[cairn] unprotected", "NOT protected");
  }

  /** The same program, in which the test can see a leak. */
  @Test
  void aLoaderThatTheContainerKeepsIsSeen() {
    Ended ended = container().withArguments(APPLICATIONS, "keep").run();

    assertThat(ended.out()).as("%s", ended).contains("\n1 of 6 left\n");
  }

  /** What the JDK caches softly is nobody's leak. */
  private ForkedJvm container() {
    return ForkedJvm.of(Unloads.class)
        .in(directory)
        .withOption("-XX:SoftRefLRUPolicyMSPerMB=0")
        .withAgent();
  }
}
