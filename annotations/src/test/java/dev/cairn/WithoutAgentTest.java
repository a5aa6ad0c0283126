package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Without the agent nothing in this package has any effect. */
class WithoutAgentTest {
  private final List<String> done = new ArrayList<>();

  @Test
  void annotatedMethodsRunAsWritten() {
    String result = new Nightly().run("monday", new StringBuilder());

    assertThat(result).isEqualTo("monday: parsed");
  }

  @Test
  void runAndStageCallTheirBodyOnceAndReturnItsResult() {
    int result = Cairn.run("nightly", "monday", () -> Cairn.stage("count", this::count));

    assertThat(result).isEqualTo(1);
    assertThat(done).containsExactly("count");
  }

  @Test
  void runAndStageCallActions() {
    Cairn.run("nightly", 1, () -> Cairn.stage("note", () -> note("note")));

    assertThat(done).containsExactly("note");
  }

  @Test
  void theBodysCheckedExceptionGoesOnUnchanged() {
    IOException failure = new IOException("disk");

    assertThatThrownBy(
            () -> Cairn.run("nightly", 1, () -> Cairn.stage("read", () -> fail(failure))))
        .isSameAs(failure);
  }

  @Test
  void nullIsAResultLikeAnyOther() {
    String result = Cairn.stage("nothing", () -> null);

    assertThat(result).isNull();
  }

  @Test
  void wrapReturnsTheTaskItself() {
    Runnable runnable = () -> note("runnable");
    Callable<Integer> callable = this::count;
    Supplier<Integer> supplier = this::count;

    assertThat(Cairn.wrap(runnable)).isSameAs(runnable);
    assertThat(Cairn.wrap(callable)).isSameAs(callable);
    assertThat(Cairn.wrap(supplier)).isSameAs(supplier);
  }

  @Test
  void putTakesAnything() {
    Cairn.put("rows", 7);
    Cairn.put("nothing", null);

    assertThat(done).isEmpty();
  }

  private int count() {
    note("count");
    return done.size();
  }

  private void note(String what) {
    done.add(what);
  }

  private static int fail(IOException failure) throws IOException {
    throw failure;
  }

  /** Uses every annotation. */
  private static final class Nightly {
    @Unsaved private final StringBuilder resource = new StringBuilder();
    @Saved private final List<String> parsed = new ArrayList<>();
    @Uncompared private long startedAtMillis;

    @Pipeline(name = "nightly", onComplete = Pipeline.OnComplete.RETURN_RESULT, rollback = true)
    String run(@Key String day, @Unsaved StringBuilder out) {
      startedAtMillis = 1;
      parse(day, out);
      return day + ": " + parsed.get(0) + resource;
    }

    @Checkpointed(
        name = "parse",
        onCodeChange = Checkpointed.OnCodeChange.FAIL,
        version = "2",
        cutoff = true,
        rollback = true,
        retries = 3,
        backoff = "500ms")
    private void parse(@Key String day, @Uncompared StringBuilder out) {
      parsed.add("parsed");
      out.append(day).append(startedAtMillis);
    }

    @AfterRestore
    @SuppressWarnings("unused") // called by the agent alone
    private void reopen() {
      resource.setLength(0);
    }
  }
}
