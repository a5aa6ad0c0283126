package dev.cairn.testkit.tampering;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.log.entry.Entry;
import dev.cairn.core.log.entry.EntryReader;
import dev.cairn.core.log.entry.HashedLine;
import dev.cairn.core.log.entry.RunFolder;
import dev.cairn.core.model.RunId;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.testkit.sabotage.Guarantees;
import dev.cairn.testkit.sabotage.Sabotage.Layer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects of every kind are put where they do not belong, in every way. */
@Tag("once")
class TamperingTest {
  private static final Layer NONE = storage -> storage;

  @Test
  void isFoundOrHasNoEffectInAnEncryptedStore(TestReporter reporter) throws IOException {
    Guarantees.requireShown(table(true), reporter);
  }

  @Test
  void isFoundOrHasNoEffectInAPlainStore(TestReporter reporter) throws IOException {
    Guarantees.requireShown(table(false), reporter);
  }

  /** But one that nobody writes, and one that goes with its run, of which a mark stays. */
  @Test
  void noKindOfObjectOrEntryIsLeftOut() throws Exception {
    Set<Class<?>> bodies = new HashSet<>(Set.of(Entry.Failed.class, Entry.Tomb.class));
    Map<StorageKey, byte[]> plain = new Specimen(false, 0).now();
    for (StorageKey key : Kind.ENTRY.in(plain)) {
      String[] names = key.path().split("/", -1);
      RunId run = new RunId(names[1], names[2], Integer.parseInt(names[3]));
      HashedLine line = HashedLine.of(HashedText.line(plain.get(key)).getBytes(US_ASCII));
      long slot = RunFolder.slot(names[4]).orElseThrow();
      bodies.add(EntryReader.entry(line, run, slot).body().getClass());
    }

    assertThat(bodies).containsExactlyInAnyOrder(Entry.Body.class.getPermittedSubclasses());
    assertThat(new Specimen(true, 0).now().keySet().stream().map(Kind::of).distinct())
        .containsExactlyInAnyOrder(Kind.values());
  }

  static Stream<Arguments> negligence() {
    return Stream.of(
        Arguments.of(Kind.ENTRY, Way.TRUNCATED, layer(Negligence::cleaningUp), Verdict.REMOVED),
        Arguments.of(Kind.ENTRY, Way.TRUNCATED, layer(Negligence::skipping), Verdict.UNNOTICED),
        Arguments.of(Kind.TOMB, Way.DUPLICATED, layer(Negligence::trustingMarks), Verdict.REMOVED));
  }

  private static Layer layer(Layer layer) {
    return layer;
  }

  @ParameterizedTest
  @MethodSource("negligence")
  void whoDealsWithItOtherwiseIsFoundOut(Kind kind, Way way, Layer layer, Verdict expected) {
    Specimen specimen = new Specimen(false, 0);
    Judge judge = new Judge(specimen, layer);

    assertThat(verdicts(kind, way, specimen, specimen, judge)).contains(expected);
  }

  /** Against somebody who can write hashes, too, only the rights of the files stand. */
  @Test
  void whoMakesTheHashesFitAltersAPlainStore() {
    Specimen specimen = new Specimen(false, 0);
    StorageKey last = lastCommit(specimen);
    String line = HashedText.line(specimen.now().get(last));
    byte[] altered = HashedText.of(line.replaceAll("\"began\":[0-9]+", "\"began\":77"));

    Verdict verdict = new Judge(specimen, NONE).of(new Forgery("altered", Map.of(last, altered)));

    assertThat(verdict).isEqualTo(Verdict.SERVED);
  }

  private static StorageKey lastCommit(Specimen specimen) {
    return Kind.ENTRY.in(specimen.now()).stream()
        .filter(key -> key.path().startsWith("runs/beta/"))
        .max(Comparator.comparing(StorageKey::path))
        .orElseThrow();
  }

  private static String table(boolean encrypted) {
    Specimen specimen = new Specimen(encrypted, 0);
    Specimen other = new Specimen(encrypted, 300);
    Judge judge = new Judge(specimen, NONE);
    return Arrays.stream(Kind.values())
        .filter(kind -> !kind.in(specimen.now()).isEmpty())
        .map(kind -> row(kind, specimen, other, judge))
        .collect(Collectors.joining());
  }

  private static String row(Kind kind, Specimen specimen, Specimen other, Judge judge) {
    return Arrays.stream(Way.values())
        .map(way -> verdicts(kind, way, specimen, other, judge))
        .map(verdicts -> verdicts.map(Verdict::toString).collect(Collectors.joining(", ")))
        .collect(Collectors.joining(" | ", "| " + kind + " | ", " |\n"));
  }

  private static Stream<Verdict> verdicts(
      Kind kind, Way way, Specimen specimen, Specimen other, Judge judge) {
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    kind.in(specimen.now()).stream()
        .flatMap(key -> way.of(key, specimen, other))
        .map(judge::of)
        .forEach(verdicts::add);
    return verdicts.stream();
  }
}
