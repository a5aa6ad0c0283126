package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.FACTS;
import static dev.cairn.testkit.Calls.call;
import static dev.cairn.testkit.Calls.noise;
import static dev.cairn.testkit.Calls.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.RunSummary;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.RunKey;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private final ManualClock clock = ManualClock.atNoon();
  private final RunStore store = RunStore.open(new MemoryStorage(), Calls.options(clock));
  private final Catalog catalog = new Catalog(store);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void listsRunsWithTheNewestFirst() {
    RunLog early = create("early", "a", 1);
    clock.advance(Duration.ofMinutes(1));
    create("late", "b", 1).end(RunEnd.PLAIN);
    early.commit(call("Nightly.load", 0), payload("small"));
    early.commit(call("Nightly.parse", 0), noise(100_000));

    RunSummary first = catalog.runs().get(0);

    assertThat(catalog.runs()).extracting(run -> run.run().pipeline()).contains("late", "early");
    assertThat(first.lastEntryAt()).isEqualTo(clock.instant());
    RunSummary unfinished = summary("early");
    assertThat(unfinished.status()).isEqualTo(Status.UNFINISHED);
    assertThat(unfinished.checkpoints()).isEqualTo(2);
    assertThat(unfinished.rawBytes()).isEqualTo(100_005);
    assertThat(unfinished.storedBytes()).isGreaterThanOrEqualTo(100_000);
    assertThat(unfinished.attempts()).isEqualTo(1);
    assertThat(unfinished.damages()).isZero();
    assertThat(summary("late").status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void findsARunByTheFormThatPeopleSee() {
    RunLog log = create("nightly/eu", "a", 1);
    create("nightly/eu", "a", 2);

    assertThat(catalog.show(log.run().toString()).run()).isEqualTo(log.run());
  }

  @Test
  void findsARunByItsWholeKeyAndByAFewDigits() {
    RunLog log = create("nightly", "a", 1);
    String digest = log.run().keyDigest();

    assertThat(catalog.show("nightly/" + digest + "/1").run()).isEqualTo(log.run());
    assertThat(catalog.show("nightly/" + digest.substring(0, 1) + "/1").run()).isEqualTo(log.run());
  }

  @Test
  void namesTheCandidatesWhereOneFormMeansSeveral() {
    // These two keys have digests with equal beginnings.
    RunLog one = create("nightly", "0", 1);
    RunLog other = create("nightly", twinOf("0"), 1);
    String shared = one.run().keyDigest().substring(0, 2);

    assertThatThrownBy(() -> catalog.show("nightly/" + shared + "/1"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(one.run().keyDigest())
        .hasMessageContaining(other.run().keyDigest());
  }

  private static String twinOf(String key) {
    String wanted = new RunKey("nightly", key).digest().substring(0, 2);
    int n = 1;
    while (!new RunKey("nightly", Integer.toString(n)).digest().startsWith(wanted)) {
      n++;
    }
    return Integer.toString(n);
  }

  @Test
  void saysWhatThereIsWhereTheRunIsUnknown() {
    RunLog log = create("nightly", "a", 1);

    assertThatThrownBy(() -> catalog.show("nightly/ffffffff/9"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("expected PIPELINE/KEY/GENERATION")
        .hasMessageContaining(log.run().keyDigest());
    assertThatThrownBy(() -> catalog.show("x")).isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> catalog.show("nightly/1")).isInstanceOf(ConfigurationException.class);
  }

  private RunSummary summary(String pipeline) {
    return catalog.runs().stream()
        .filter(summary -> summary.run().pipeline().equals(pipeline))
        .findFirst()
        .orElseThrow();
  }

  private RunLog create(String pipeline, String key, int generation) {
    return store.create(new RunKey(pipeline, key), generation, FACTS).orElseThrow();
  }
}
