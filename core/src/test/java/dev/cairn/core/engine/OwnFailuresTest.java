package dev.cairn.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.engine.Engine.Handover;
import dev.cairn.core.engine.EngineOptions.ReadBackPolicy;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.event.EventLines;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.frame.StageFrames;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.PipelineDefinition.OnComplete;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StageId;
import dev.cairn.core.model.StagePolicy;
import dev.cairn.core.storage.directory.DirectoryStorage;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Cairn itself does wrong harms no program, is told, and switches Cairn off if it repeats. */
class OwnFailuresTest {
  private static final long MOST_STATE_BYTES = 1 << 20;

  @TempDir Path directory;

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final FailingCodec codec = new FailingCodec(new KryoSnapshotCodec());
  private final List<String> list = new ArrayList<>();
  private RunStore store;
  private Engine engine;

  @BeforeEach
  void start() {
    store = RunStore.open(DirectoryStorage.open(directory), RunStoreOptions.usual(lines::add));
    engine = engine();
  }

  @AfterEach
  void stop() {
    engine.close();
    store.close();
  }

  @Test
  void anErrorWhileSavingLeavesTheCallUnprotectedAndIsTold() {
    Entry.Open run = enterRun();
    codec.failsWith(new IllegalStateException("bug"));

    work("one");
    codec.works();
    work("two");
    engine.exit(run, null, null);

    assertThat(list).containsExactly("one", "two");
    assertThat(told("unprotected one"))
        .singleElement()
        .asString()
        .contains("Cairn failed: java.lang.IllegalStateException: bug", "please report");
    assertThat(told("executed two")).hasSize(1);
    assertThat(told("SWITCHED OFF")).isEmpty();
  }

  @Test
  void repeatedErrorsSwitchCairnOffLoudlyAndTheProgramGoesOn() {
    Entry.Open run = enterRun();
    codec.failsWith(new IllegalStateException("bug"));
    for (int i = 0; i < Engine.MOST_FAILURES; i++) {
      work("fails" + i);
    }
    codec.works();

    Entry next = enter("next");
    engine.exit(run, null, null);
    Entry nextRun = engine.enter(pipeline(OnComplete.START_NEW), call());
    Entry outside = enter("outside");

    assertThat(told("Cairn failed")).hasSize(Engine.MOST_FAILURES);
    assertThat(told("SWITCHED OFF")).hasSize(1);
    assertThat(List.of(next, nextRun, outside)).allMatch(Entry.Bypass.class::isInstance);
    assertThat(told("next")).isEmpty();
    assertThat(told("outside")).isEmpty();
  }

  /** Else the next start would take the run up again, and skip what it must do. */
  @Test
  void aRunThatIsOpenWhenCairnIsSwitchedOffStillEnds() {
    Entry.Open run = enterRun();
    work("one");
    Entry.Open open = (Entry.Open) enter("open");
    switchOff();

    engine.exit(open, null, null);
    engine.exit(run, null, null);

    assertThat(told("executed open")).isEmpty();
    assertThat(told("complete: 1 executed, 0 restored, 1 unprotected")).hasSize(1);
    restart();
    enterRun();
    assertThat(told("new run run/")).hasSize(2);
  }

  @Test
  void errorsThatTheCallerContainedCountToo() {
    switchOff();

    assertThat(told("internal error while testing")).hasSize(Engine.MOST_FAILURES);
    assertThat(engine.enter(pipeline(OnComplete.START_NEW), call()))
        .isInstanceOf(Entry.Bypass.class);
  }

  @Test
  void aThreadWithoutStackDoesNotSwitchCairnOff() {
    enterRun();
    codec.failsWith(new StackOverflowError());
    for (int i = 0; i < 2 * Engine.MOST_FAILURES; i++) {
      work("fails" + i);
    }
    codec.works();

    work("next");

    assertThat(told("unprotected fails0")).singleElement().asString().contains("stack", "-Xss");
    assertThat(told("executed next")).hasSize(1);
  }

  @Test
  void aRecordThatCannotBeReadRunsTheBodyAndVoidsWhatFollowed() {
    enterRun();
    work("one");
    work("two");
    restart();
    list.clear();
    enterRun();
    codec.failsWith(new IllegalStateException("bug"));

    work("one");
    codec.works();
    work("two");

    assertThat(list).containsExactly("one", "two");
    assertThat(told("unprotected one")).hasSize(1);
    assertThat(told("executed two · an earlier call ran anew")).hasSize(1);
  }

  @Test
  void aResultThatCairnFailsToSaveDoesNotKeepTheRunFromItsEnd() {
    Entry.Open run = (Entry.Open) engine.enter(pipeline(OnComplete.RETURN_RESULT), call());
    codec.failsWith(new IllegalStateException("bug"));

    engine.exit(run, "result", null);

    assertThat(told("internal error while saving the result of run run/")).hasSize(1);
    assertThat(told(" complete: ")).hasSize(1);
  }

  @Test
  void aCallThatCannotBeEncodedKeepsThoseThatOverlapItFromBeingRecorded() {
    enterRun();
    Handover place = engine.handover().orElseThrow();
    Entry.Open first = (Entry.Open) place.call(() -> enter("first"));
    Entry.Open second = (Entry.Open) place.call(() -> enter("second"));
    list.add("of the first");
    codec.failsWith(new CodecException("list", "cannot be encoded"));

    engine.exit(first, null, null);
    codec.works();
    engine.exit(second, null, null);

    assertThat(told("unprotected second")).singleElement().asString().contains("changed while");
  }

  @Test
  void aFailedCallIsClosedThoughCairnFailsToDealWithIt() {
    enterRun();
    Handover place = engine.handover().orElseThrow();
    Entry.Open other = (Entry.Open) place.call(() -> enter("other"));
    Entry.Open failing = (Entry.Open) enter("failing");
    codec.failsWith(new IllegalStateException("bug"));

    engine.exit(failing, null, new IllegalArgumentException("the program's"));
    codec.works();
    engine.exit(other, null, null);
    work("later");

    assertThat(told("internal error while dealing with the failure of stage failing")).hasSize(1);
    assertThat(told("unprotected other")).singleElement().asString().contains("changed while");
    assertThat(told("executed later")).hasSize(1);
  }

  @Test
  void aCallWhoseEndNeverCameIsClosedWithTheOneAroundIt() {
    enterRun();
    Entry.Open outer = (Entry.Open) enter("outer");
    enter("lost");

    engine.exit(outer, null, new OutOfMemoryError());
    work("later");

    assertThat(told("executed later")).hasSize(1);
  }

  private void switchOff() {
    for (int i = 0; i < Engine.MOST_FAILURES; i++) {
      engine.failed("testing", new IllegalStateException("bug"));
    }
  }

  private List<String> told(String part) {
    return lines.stream().filter(line -> line.contains(part)).toList();
  }

  private Entry.Open enterRun() {
    return (Entry.Open) engine.enter(pipeline(OnComplete.START_NEW), call());
  }

  /** A stage that adds its name to the list. */
  private void work(String stage) {
    Entry entry = enter(stage);
    if (entry instanceof Entry.Answer) {
      return;
    }
    list.add(stage);
    if (entry instanceof Entry.Open open) {
      engine.exit(open, null, null);
    }
  }

  private Entry enter(String stage) {
    StageDefinition definition =
        new StageDefinition(
            id(stage), stage, List.of(Parameter.plain("list")), StagePolicy.DEFAULT);
    return engine.enter(definition, call(list));
  }

  private static PipelineDefinition pipeline(OnComplete onComplete) {
    return new PipelineDefinition(id("run"), "run", List.of(), onComplete, false);
  }

  private static StageId id(String method) {
    return new StageId(OwnFailuresTest.class.getName(), method, "()V");
  }

  private static Invocation call(Object... arguments) {
    return new Invocation(OwnFailuresTest.class, null, arguments);
  }

  /** As if the process had been killed and started again. */
  private void restart() {
    engine.close();
    engine = engine();
  }

  private Engine engine() {
    Kinds kinds = new Kinds(Access.reflective());
    return new Engine(
        new EngineParts(
            () -> store,
            new StageFrames(kinds),
            new GraphWalker(kinds, MOST_STATE_BYTES, new SecureRandom()),
            codec,
            List.of(event -> lines.add(EventLines.line(event))),
            InstantSource.system()),
        new EngineOptions(
            Duration.ofHours(1),
            false,
            Optional.empty(),
            Optional.of("key"),
            ReadBackPolicy.NEVER,
            false,
            "here",
            false));
  }
}
