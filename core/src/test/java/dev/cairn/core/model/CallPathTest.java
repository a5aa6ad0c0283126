package dev.cairn.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallPathTest {
  @Test
  void namesEveryStageOfAShallowPath() {
    CallPath path = nested(8);

    assertThat(path).hasToString("S1 > S2 > S3 > S4 > S5 > S6 > S7 > S8");
  }

  @Test
  void leavesOutTheMiddleOfADeepPath() {
    CallPath path = nested(850);

    assertThat(path).hasToString("S1 > S2 > S3 > S4 > (842 more) > S847 > S848 > S849 > S850");
  }

  private static CallPath nested(int depth) {
    CallPath path = CallPath.ROOT;
    for (int level = 1; level <= depth; level++) {
      path = path.child(new CallKey("S" + level, "", 0));
    }
    return path;
  }
}
