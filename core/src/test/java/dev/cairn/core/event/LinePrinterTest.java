package dev.cairn.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.event.CairnEvent.CallUnprotected;
import dev.cairn.core.event.CairnEvent.Detail;
import dev.cairn.core.event.CairnEvent.Level;
import dev.cairn.core.event.CairnEvent.RunEnded;
import dev.cairn.core.event.CairnEvent.RunEnded.Outcome;
import dev.cairn.core.event.CairnEvent.RunOpened;
import dev.cairn.core.event.CairnEvent.Warning;
import dev.cairn.core.model.RunId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LinePrinterTest {
  private static final RunId RUN = new RunId("nightly", "3f9a2c1b".repeat(4), 7);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private String printed(Level least, CairnEvent event) {
    new LinePrinter(new PrintStream(bytes, true, StandardCharsets.UTF_8), least).on(event);
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void saysWhatIsResumedAndHowToStartAfresh() {
    Instant opened = Instant.EPOCH.plusNanos(1);
    RunOpened resumed = new RunOpened(RUN, "date=2026", opened, 4, true, ".cairn", "");
    RunOpened changed =
        new RunOpened(RUN, "date=2026", opened, 4, true, ".cairn", "changed in Nightly.run");

    String line =
        "[cairn] resumed run nightly/3f9a2c1b/7 (date=2026) in .cairn, opened"
            + " 1970-01-01T00:00:00Z, 4 finished calls (start afresh: -Dcairn.fresh=true)";
    assertThat(printed(Level.INFO, resumed)).isEqualTo(line + "\n");
    assertThat(printed(Level.INFO, changed))
        .endsWith(line + " · the pipeline's code changed in Nightly.run\n");
  }

  @Test
  void endsWithTotalsAndTheRemedy() {
    RunTotals totals = new RunTotals(2, 3, 0, 2048, Duration.ofMillis(9), Duration.ofSeconds(5));
    RunEnded failed = new RunEnded(RUN, Outcome.FAILED, totals, "resume: java App");

    assertThat(printed(Level.INFO, failed))
        .isEqualTo(
            "[cairn] run nightly/3f9a2c1b/7 unfinished: 2 executed, 3 restored, 0 unprotected · 2.0"
                + " KiB stored, 9 ms saving · time saved 5.0 s · resume: java App\n");
  }

  @Test
  void keepsOneEventOnOneLine() {
    assertThat(printed(Level.INFO, new Warning("a\nb"))).isEqualTo("[cairn] warning: a b\n");
  }

  @Test
  void leavesOutWhatIsLessUrgentThanAskedFor() {
    assertThat(printed(Level.INFO, new Detail("x"))).isEmpty();
    assertThat(printed(Level.WARN, new CallUnprotected("a", "b", Level.INFO))).isEmpty();
    assertThat(printed(Level.DEBUG, new Detail("x"))).isEqualTo("[cairn] x\n");
  }
}
