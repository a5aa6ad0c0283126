package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.event.CairnEvent.CallExecuted;
import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.PipelineDefinition.OnComplete;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To which of two open runs a call belongs whose thread belongs to neither. */
class EngineOriginsTest extends EngineHarness {
  private static final PipelineDefinition WEEKLY =
      Woven.pipeline("weekly", OnComplete.START_NEW, "date");

  private final ExecutorService pool =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "pool"));
  private final ExecutorService other =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "other"));
  private final CompletableFuture<String> released = new CompletableFuture<>();
  private Woven woven = process();

  /** Threads that are older than the runs. */
  @BeforeEach
  void warmUp() throws Exception {
    pool.submit(() -> {}).get();
    other.submit(() -> {}).get();
  }

  @AfterEach
  void shutDown() {
    released.complete("");
    pool.shutdown();
    other.shutdown();
  }

  /** Keeps a run of another pipeline open, on another thread, which has a context of its own. */
  private Future<String> anotherRun(Object context) throws Exception {
    CompletableFuture<String> opened = new CompletableFuture<>();
    Callable<String> body =
        () -> {
          woven.stage(LINK, () -> {}, context);
          opened.complete("");
          return released.get();
        };
    Future<String> run = other.submit(() -> woven.pipeline(WEEKLY, body, "today"));
    opened.get();
    return run;
  }

  private List<String> executedIn(String pipeline) {
    return events.stream()
        .filter(CallExecuted.class::isInstance)
        .map(event -> ((CallExecuted) event).checkpoint())
        .filter(checkpoint -> checkpoint.run().pipeline().equals(pipeline))
        .map(checkpoint -> checkpoint.call().path().toString())
        .toList();
  }

  private void inPool(Context context) throws Exception {
    pool.submit(() -> woven.stage(PARSE, () -> parse(context), context)).get();
  }

  @Test
  void aCallBelongsToTheRunThatHadItsArgument() throws Exception {
    Future<String> another = anotherRun(new Context());
    woven.pipeline(
        NIGHTLY,
        () -> {
          Context context = new Context();
          woven.stage(LINK, () -> link(context), context);
          inPool(context);
          return null;
        },
        "today");
    released.complete("");
    another.get();

    assertThat(executedIn("nightly")).containsExactly("link", "parse");
    assertThat(executedIn("weekly")).containsExactly("link");
  }

  @Test
  void whatBothRunsHadProvesNothing() throws Exception {
    Context shared = new Context();
    Future<String> another = anotherRun(shared);
    woven.pipeline(
        NIGHTLY,
        () -> {
          woven.stage(LINK, () -> link(shared), shared);
          inPool(shared);
          return null;
        },
        "today");
    released.complete("");
    another.get();

    assertThat(executedIn("nightly")).containsExactly("link");
    assertThat(executedIn("weekly")).containsExactly("link");
  }

  @Test
  void whatNobodyHasSeenProvesNothing() throws Exception {
    Future<String> another = anotherRun(new Context());
    woven.pipeline(
        NIGHTLY,
        () -> {
          inPool(new Context());
          return null;
        },
        "today");
    released.complete("");
    another.get();

    assertThat(executedIn("nightly")).isEmpty();
    assertThat(executedIn("weekly")).containsExactly("link");
  }
}
