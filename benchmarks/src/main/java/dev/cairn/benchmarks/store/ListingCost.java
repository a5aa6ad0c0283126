package dev.cairn.benchmarks.store;

import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.CheckpointPage;
import dev.cairn.core.catalog.CheckpointQuery;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.RunKey;
import dev.cairn.core.storage.directory.CacheFolder;
import dev.cairn.core.storage.directory.DirectoryStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures how long it takes to list the 20,000 checkpoints of a store by their metadata, in a JVM
 * that did nothing before, and again in the same. Ends with status 1 where an aim is missed.
 * Arguments: {@code fill DIR} makes the store, {@code list DIR} measures.
 */
public final class ListingCost {
  private static final Instant FIRST = Instant.parse("2026-11-23T05:00:00Z");
  private static final int RUNS = 100;
  private static final int CHECKPOINTS = 200;
  private static final int CLASSES = 12;
  private static final int STATE_BYTES = 1024;
  private static final int TIMES = 5;
  private static final double MOST_SECONDS = 1;
  private static final double NANOS = 1e9;

  private final SplittableRandom random = new SplittableRandom(1);

  private ListingCost() {}

  /** Fills or measures. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[1]);
    if ("fill".equals(arguments[0])) {
      new ListingCost().fill(directory);
    } else {
      System.exit(list(directory) ? 0 : 1);
    }
  }

  private void fill(Path directory) {
    RunStoreOptions options = RunStoreOptions.usual(System.err::println);
    try (RunStore store = RunStore.open(DirectoryStorage.open(directory), options)) {
      for (int run = 1; run <= RUNS; run++) {
        fill(store, run);
      }
    }
  }

  private void fill(RunStore store, int run) {
    RunKey key = new RunKey("nightly-report", "date=" + run);
    OpenFacts facts = new OpenFacts(key.text(), print(), "com.acme.Nightly", Map.of());
    try (RunLog log = store.create(key, 1, facts).orElseThrow()) {
      for (int number = 0; number < CHECKPOINTS; number++) {
        byte[] state = new byte[STATE_BYTES];
        random.nextBytes(state);
        log.commit(call(number), Payload.of(state));
      }
      log.end(RunEnd.PLAIN);
    }
  }

  private CallFacts call(int number) {
    Map<String, Fingerprint> parts = new LinkedHashMap<>();
    List.of("ctx.pages", "ctx.totals", "this.rules").forEach(part -> parts.put(part, print()));
    Instant now = FIRST.plusSeconds(number);
    return new CallFacts(
        CallPath.ROOT.child(new CallKey("Nightly.parse", "f:" + print().hex(), number)),
        print(),
        parts,
        print(),
        Map.of(),
        "first attempt",
        number,
        now,
        now,
        "kryo/1",
        IntStream.range(0, CLASSES).mapToObj(i -> "com.acme.model.Part" + i).toList(),
        Map.of("accuracy", String.valueOf(random.nextDouble()), "model", "baseline"),
        List.of("inputs=ctx; this.rules"));
  }

  private Fingerprint print() {
    return Fingerprint.unique(random);
  }

  private static boolean list(Path directory) {
    List<Double> seconds = IntStream.range(0, TIMES).mapToObj(time -> seconds(directory)).toList();
    double first = seconds.get(0);
    System.out.printf(
        Locale.ROOT,
        "  20,000 checkpoints listed in %.2f s (aim: under %.0f s)%s; again: %s%n",
        first,
        MOST_SECONDS,
        first < MOST_SECONDS ? "" : "   MISSED",
        seconds.stream()
            .skip(1)
            .map(s -> String.format(Locale.ROOT, "%.2f", s))
            .collect(Collectors.joining(", ")));
    return first < MOST_SECONDS;
  }

  private static double seconds(Path directory) {
    long start = System.nanoTime();
    RunStoreOptions options =
        RunStoreOptions.usual(System.err::println).with(new CacheFolder(directory));
    try (RunStore store =
        RunStore.openReadOnly(DirectoryStorage.openReadOnly(directory), options)) {
      CheckpointPage page =
          new Catalog(store).checkpoints(CheckpointQuery.all().where("accuracy>0.9").page(0, 100));
      if (page.checkpoints().isEmpty() || page.damages() > 0) {
        throw new IllegalStateException("not the store that was filled: " + page.total());
      }
    }
    return (System.nanoTime() - start) / NANOS;
  }
}
