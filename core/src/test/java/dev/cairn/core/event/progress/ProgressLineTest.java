package dev.cairn.core.event.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.event.CairnEvent.Warning;
import dev.cairn.core.event.Progress;
import dev.cairn.core.event.Progress.Task;
import dev.cairn.core.event.Progress.Unit;
import dev.cairn.core.event.Progress.Work;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final Task SAVING = new Task("saving", "Load.parse", 4_000_000, Unit.BYTES);
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream terminal = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final List<Runnable> planned = new ArrayList<>();
  private final ProgressLine line =
      new ProgressLine(
          terminal,
          (delay, task) -> {
            planned.add(task);
            return () -> planned.remove(task);
          });

  @AfterEach
  void closeBars() {
    doWhatIsPlanned();
  }

  private void doWhatIsPlanned() {
    List<Runnable> now = List.copyOf(planned);
    planned.clear();
    now.forEach(Runnable::run);
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** What a terminal shows in the row of the line. */
  private String seen() {
    StringBuilder row = new StringBuilder();
    for (String text : written().split("\r", -1)) {
      row.replace(0, Math.min(row.length(), text.length()), text);
    }
    return row.toString().strip();
  }

  /** The bar draws by a thread of its own too, now and then, and an older text may come last. */
  private void awaitRow(Predicate<String> expected) {
    long start = System.nanoTime();
    String row = seen();
    while (!expected.test(row) && System.nanoTime() - start < PATIENCE_NANOS) {
      Thread.onSpinWait();
      row = seen();
    }
    assertThat(row).matches(expected);
  }

  @Test
  void saysHowFarWorkIsThatTakesLongerThanASecond() {
    try (Work work = line.begin(SAVING)) {
      work.advance(1_000_000);
      doWhatIsPlanned();

      awaitRow(row -> row.startsWith("saving Load.parse  25% [") && row.contains("1/4 MB"));
    }
  }

  @Test
  void doesNotClaimToKnowHowMuchThereIsWhereItIsMore() {
    try (Work work = line.begin(SAVING)) {
      work.advance(5_000_000);
      doWhatIsPlanned();

      awaitRow(row -> row.contains("5/? MB"));
    }
  }

  @Test
  void saysNothingOfWorkThatIsOverSooner() {
    Work work = line.begin(SAVING);
    work.close();
    doWhatIsPlanned();

    assertThat(written()).isEmpty();
  }

  @Test
  void leavesAnEmptyRowBehind() {
    Work work = line.begin(SAVING);
    doWhatIsPlanned();
    work.close();
    doWhatIsPlanned();

    assertThat(written()).contains("saving Load.parse");
    assertThat(seen()).isEmpty();
  }

  @Test
  void saysWhatIsBeingDoneWhereThatIsNotCounted() {
    try (Work work = line.begin(new Task("restoring", "Load.parse", 0, Unit.STEPS))) {
      work.now("reading");
      doWhatIsPlanned();

      awaitRow(row -> row.startsWith("restoring Load.parse") && row.endsWith("reading"));
    }
  }

  @Test
  void showsTheFirstOfSeveral() {
    try (Work first = line.begin(SAVING);
        Work second = line.begin(new Task("restoring", "Load.link", 1, Unit.STEPS))) {
      first.advance(1);
      second.advance(1);
      doWhatIsPlanned();

      assertThat(written()).contains("Load.parse").doesNotContain("Load.link");
    }
  }

  @Test
  void makesRoomForTheOtherLines() {
    try (Work work = line.begin(SAVING)) {
      work.advance(1);
      doWhatIsPlanned();
      line.below(event -> terminal.print("said")).on(new Warning(""));

      assertThat(written()).containsPattern("\r {20,}\rsaid");
    }
  }

  @Test
  void stopsNoWorkWhereThereIsNoThreadToShowIt() {
    ProgressLine without =
        new ProgressLine(
            terminal,
            (delay, task) -> {
              throw new OutOfMemoryError("unable to create native thread");
            });

    try (Work work = without.begin(SAVING)) {
      work.advance(1);
    }

    assertThat(written()).isEmpty();
  }

  @Test
  void nobodyNeedsToSeeIt() {
    try (Work work = Progress.NONE.begin(SAVING)) {
      work.advance(1);
      work.now("reading");
    }

    assertThat(written()).isEmpty();
  }
}
