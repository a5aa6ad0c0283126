package dev.cairn.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import java.util.Arrays;
import java.util.List;

/**
 * A program run three times: without the agent, with it until it halts, and again until it ends.
 *
 * @param uninterrupted how it ended without the agent
 * @param crashed how it halted
 * @param resumed how it ended after that
 */
record CrashAndResume(Ended uninterrupted, Ended crashed, Ended resumed) {
  private static final int HALTED = 9;

  /** Runs a program that halts where its last argument is {@code halt}. */
  static CrashAndResume of(ForkedJvm program, Object... arguments) {
    return of(program, program.withAgent(), arguments);
  }

  /** The same, of a program that does not get the agent as its last option. */
  static CrashAndResume of(ForkedJvm program, ForkedJvm underAgent, Object... arguments) {
    Object[] halting = Arrays.copyOf(arguments, arguments.length + 1);
    halting[arguments.length] = "halt";
    return new CrashAndResume(
        program.withArguments(arguments).run(),
        underAgent.withArguments(halting).run(),
        underAgent.withArguments(arguments).run());
  }

  /**
   * Checks that all calls were restored, to the uninterrupted result, with no line but ours more.
   */
  void assertAllRestored(int calls) {
    assertThat(uninterrupted.status()).as("%s", uninterrupted).isZero();
    assertThat(crashed.status()).as("%s", crashed).isEqualTo(HALTED);
    assertThat(resumed.status()).as("%s", resumed).isZero();
    assertThat(resumed.out()).isEqualTo(uninterrupted.out());
    assertThat(lines("restored")).as("%s\n%s", crashed, resumed).hasSize(calls);
    assertThat(lines("executed")).as("%s", resumed).isEmpty();
    assertThat(lines("unprotected")).as("%s", resumed).isEmpty();
    assertThat(lines("warning:")).as("%s", resumed).isEmpty();
    assertThat(crashed.foreignLines()).isEqualTo(uninterrupted.foreignLines());
    assertThat(resumed.foreignLines()).isEqualTo(uninterrupted.foreignLines());
  }

  private List<String> lines(String what) {
    return resumed.err().lines().filter(line -> line.startsWith("[cairn] " + what + " ")).toList();
  }
}
