package dev.cairn.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.event.CairnEvent.CallUnprotected;
import dev.cairn.core.event.CairnEvent.Level;
import dev.cairn.core.event.CairnEvent.RunEnded;
import dev.cairn.core.event.CairnEvent.RunEnded.Outcome;
import dev.cairn.core.event.CairnEvent.RunOpened;
import dev.cairn.core.event.CairnEvent.Warning;
import dev.cairn.core.event.jmx.Counters;
import dev.cairn.core.model.RunId;
import java.time.Duration;
import java.time.Instant;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class CountersTest {
  private static final RunId RUN = new RunId("nightly", "3f9a2c1b".repeat(4), 7);

  private final MBeanServer server = MBeanServerFactory.newMBeanServer();
  private final Counters counters = new Counters(() -> server);

  @Test
  void whatHappensIsCountedAndShown() throws JMException {
    counters.on(new RunOpened(RUN, "", Instant.EPOCH, 0, false, ".cairn", ""));
    counters.on(new CallUnprotected("load", "why", Level.INFO));
    counters.on(new Warning("beware"));

    assertThat(shown("UnprotectedCalls")).isEqualTo(1L);
    assertThat(shown("Warnings")).isEqualTo(1L);
    assertThat(shown("OpenRuns")).isEqualTo(1L);
    assertThat(shown("LastRun")).isEqualTo(RUN.toString());
    assertThat(shown("LastWarning")).isEqualTo("beware");
  }

  @Test
  void aRunThatEndedIsOpenNoMore() throws JMException {
    RunTotals totals = new RunTotals(0, 0, 0, 0, Duration.ZERO, Duration.ZERO);
    counters.on(new RunOpened(RUN, "", Instant.EPOCH, 0, false, ".cairn", ""));
    counters.on(new RunEnded(RUN, Outcome.COMPLETE, totals, ""));

    assertThat(shown("OpenRuns")).isEqualTo(0L);
  }

  @Test
  void nothingIsRegisteredBeforeTheFirstEvent() throws JMException {
    assertThat(server.isRegistered(new ObjectName(Counters.NAME))).isFalse();
  }

  @Test
  void aNameThatIsTakenIsToldOnceAndCountingGoesOn() {
    new Counters(() -> server).on(new Warning("first"));

    assertThatThrownBy(() -> counters.on(new Warning("second"))).hasMessageContaining("dev.cairn");
    counters.on(new Warning("third"));
    assertThat(counters.getWarnings()).isEqualTo(2);
  }

  private Object shown(String attribute) throws JMException {
    return server.getAttribute(new ObjectName(Counters.NAME), attribute);
  }
}
