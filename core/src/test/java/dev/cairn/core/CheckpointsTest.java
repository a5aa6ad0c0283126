package dev.cairn.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.catalog.CheckpointOrder;
import dev.cairn.core.catalog.CheckpointQuery;
import dev.cairn.core.config.Setting;
import dev.cairn.core.config.SettingsInput;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.RunInProgressException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  @TempDir Path directory;

  private Checkpoints open() {
    return builder().open();
  }

  private Checkpoints.Builder builder() {
    SettingsInput input =
        new SettingsInput("", Map.of(), Map.of(), file -> Optional.empty(), directory, 1L << 30);
    return new Checkpoints.Builder("training", input)
        .in(directory)
        .with(Setting.COMPRESSION, "none")
        .warning(
            warning -> {
              throw new AssertionError(warning);
            });
  }

  /** A state with aliases and a cycle. */
  private static final class Model {
    private final List<double[]> weights = new ArrayList<>();
    private final Map<String, Object> extra = new HashMap<>();
    private int epoch;

    static Model after(int epochs) {
      Model model = new Model();
      SplittableRandom random = new SplittableRandom(1);
      model.weights.add(random.doubles(10_000).toArray());
      model.weights.add(model.weights.get(0));
      model.extra.put("self", model);
      model.epoch = epochs;
      model.weights.get(0)[epochs] = epochs;
      return model;
    }
  }

  @Test
  void loadsWhatWasSavedAsNewObjectsOfTheSameShape() {
    Model model = Model.after(3);

    try (Checkpoints checkpoints = open()) {
      checkpoints.save(model, "best");
      model.epoch = 4;
      Model loaded = checkpoints.load("best", Model.class);

      assertThat(loaded).isNotSameAs(model);
      assertThat(loaded.epoch).isEqualTo(3);
      assertThat(loaded.weights.get(0))
          .isSameAs(loaded.weights.get(1))
          .isEqualTo(model.weights.get(0));
      assertThat(loaded.extra).containsEntry("self", loaded);
    }
  }

  @Test
  void anotherInstanceGoesOnInTheSameRun() {
    try (Checkpoints checkpoints = open()) {
      checkpoints.save(Model.after(1));
      checkpoints.save(Model.after(2), "two");
    }

    try (Checkpoints checkpoints = open()) {
      checkpoints.save(Model.after(3));

      assertThat(checkpoints.list())
          .extracting(SavedState::id)
          .containsExactly("checkpoint-1", "two", "checkpoint-3");
      assertThat(checkpoints.list())
          .extracting(saved -> saved.checkpoint().run().generation())
          .containsOnly(1);
      assertThat(checkpoints.load("two", Model.class).epoch).isEqualTo(2);
    }
  }

  @Test
  void savesWhatChangedUnlessAskedForAllOfIt() {
    try (Checkpoints checkpoints = open()) {
      SavedState first = checkpoints.save(Model.after(1));
      SavedState delta = checkpoints.save(Model.after(2));
      SavedState full = checkpoints.save(Model.after(3), "full", SaveOptions.usual().inFull());

      assertThat(first.delta()).isFalse();
      assertThat(delta.delta()).isTrue();
      assertThat(delta.storedBytes()).isLessThan(delta.rawBytes() / 50);
      assertThat(full.delta()).isFalse();
      assertThat(checkpoints.statistics().deltas()).isEqualTo(1);
    }
  }

  @Test
  void findsStatesByWhatWasRecordedWithThem() {
    try (Checkpoints checkpoints = open()) {
      for (double accuracy : new double[] {0.85, 0.95, 0.9}) {
        checkpoints.save(
            accuracy, "at " + accuracy, SaveOptions.usual().with("accuracy", accuracy));
      }
      CheckpointQuery good =
          CheckpointQuery.all()
              .where("accuracy>0.86")
              .sorted(CheckpointOrder.named("metadata.accuracy"));

      assertThat(checkpoints.list(good))
          .extracting(SavedState::id)
          .containsExactly("at 0.95", "at 0.9");
      assertThat(checkpoints.info("at 0.9").orElseThrow().metadata())
          .containsEntry("accuracy", "0.9");
      assertThat(checkpoints.info("at 1")).isEmpty();
    }
  }

  @Test
  void theLastStateOfAnIdCounts() {
    try (Checkpoints checkpoints = open()) {
      checkpoints.save("first", "id");
      checkpoints.save("second", "id");

      assertThat(checkpoints.load("id", String.class)).isEqualTo("second");
      assertThat(checkpoints.list()).hasSize(2);
      assertThat(checkpoints.delete("id")).isTrue();
      assertThat(checkpoints.list()).isEmpty();
      assertThat(checkpoints.delete("id")).isFalse();
    }
  }

  @Test
  void deletingABaseLosesNothingElse() throws IOException {
    try (Checkpoints checkpoints = open()) {
      for (int epoch = 0; epoch < 5; epoch++) {
        checkpoints.save(Model.after(epoch), "epoch " + epoch);
      }
      assertThat(checkpoints.info("epoch 1").orElseThrow().delta()).isTrue();

      checkpoints.delete("epoch 0");
      checkpoints.delete("epoch 2");

      requireEpochs(checkpoints, 1, 3, 4);
      assertThat(packs())
          .hasSameSizeAs(checkpoints.list().stream().filter(one -> !one.delta()).toList())
          .isNotEmpty();
    }
    try (Checkpoints again = open()) {
      requireEpochs(again, 1, 3, 4);
      again.save(Model.after(5), "epoch 5");
      requireEpochs(again, 1, 3, 4, 5);
    }
  }

  @Test
  void keepsTheNewestStatesAndWhatTheyAreDifferencesTo() throws IOException {
    try (Checkpoints checkpoints = builder().with(Setting.KEYFRAME, "3").keepLast(2).open()) {
      for (int epoch = 0; epoch < 8; epoch++) {
        checkpoints.save(Model.after(epoch), "epoch " + epoch);
        assertThat(checkpoints.list()).hasSizeLessThan(2 + 3);
      }

      requireEpochs(checkpoints, 6, 7);
      assertThat(checkpoints.info("epoch 7").orElseThrow().delta()).isTrue();
      assertThat(packs()).hasSize(1);
      checkpoints.save(Model.after(8), "epoch 8");
      requireEpochs(checkpoints, 6, 7, 8);
    }
    try (Checkpoints again = builder().keepLast(1).open()) {
      again.save(Model.after(9), "epoch 9", SaveOptions.usual().inFull());
      requireEpochs(again, 9);
    }
    assertThatThrownBy(() -> builder().keepLast(0)).hasMessageContaining("expected 1 or more");
  }

  @Test
  void keepsWhatIsDamaged() throws IOException {
    try (Checkpoints checkpoints = builder().keepLast(1).open()) {
      checkpoints.save(Model.after(1), "damaged");
      for (Path pack : packs()) {
        Files.delete(pack);
      }
    }

    try (Checkpoints checkpoints = builder().keepLast(1).open()) {
      checkpoints.save("one", "one");
      checkpoints.save("two", "two");

      assertThat(checkpoints.list()).extracting(SavedState::id).containsExactly("damaged", "two");
      assertThat(checkpoints.verify().findings()).hasSize(1);
    }
  }

  @Test
  void aSaveThatIsSafeSucceedsThoughNothingCanBeGivenUp() throws IOException {
    List<String> warnings = new ArrayList<>();
    try (Checkpoints checkpoints = builder().keepLast(1).warning(warnings::add).open()) {
      checkpoints.save("one", "one");
      Files.delete(files("00000002.json").get(0));

      checkpoints.save("two", "two", SaveOptions.usual().inFull());

      assertThat(checkpoints.load("two", String.class)).isEqualTo("two");
      assertThat(warnings).singleElement().asString().contains("costs space and nothing else");
    }
  }

  @Test
  void encryptsByAKeyFile() throws IOException {
    Path key = directory.resolve("our.key");
    KeyFile.create(key);
    try (Checkpoints checkpoints = builder().keyFile(key).open()) {
      checkpoints.save("a secret", "id", SaveOptions.usual().with("name", "a secret"));
      assertThat(checkpoints.load("id", String.class)).isEqualTo("a secret");
    }

    for (Path file : files(".json")) {
      assertThat(file).content().doesNotContain("a secret");
    }
    assertThatThrownBy(this::open).hasMessageContaining("key");
    assertThatThrownBy(() -> KeyFile.create(key))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("may be the key of a store");
  }

  private static void requireEpochs(Checkpoints checkpoints, int... epochs) {
    assertThat(checkpoints.list())
        .extracting(SavedState::id)
        .containsExactly(IntStream.of(epochs).mapToObj(e -> "epoch " + e).toArray(String[]::new));
    for (int epoch : epochs) {
      assertThat(checkpoints.load("epoch " + epoch, Model.class).epoch).isEqualTo(epoch);
    }
    assertThat(checkpoints.verify().findings()).isEmpty();
  }

  private List<Path> packs() throws IOException {
    return files(".pack");
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  @Test
  void aDamagedStateIsNeverLoaded() throws IOException {
    try (Checkpoints checkpoints = open()) {
      checkpoints.save(Model.after(1), "one", SaveOptions.usual().inFull());
      checkpoints.save("fine", "two");
    }
    for (Path pack : packs()) {
      byte[] bytes = Files.readAllBytes(pack);
      bytes[bytes.length / 2] ^= 1;
      Files.write(pack, bytes);
    }

    try (Checkpoints checkpoints = open()) {
      assertThatThrownBy(() -> checkpoints.load("one", Model.class))
          .isInstanceOf(DamagedException.class);
      assertThat(checkpoints.load("two", String.class)).isEqualTo("fine");
      assertThat(checkpoints.verify().findings()).hasSize(1);
    }
  }

  @Test
  void oneProcessWritesAndOthersRead() {
    try (Checkpoints reader = open()) {
      try (Checkpoints writer = open()) {
        writer.save("state", "id");

        assertThat(reader.load("id", String.class)).isEqualTo("state");
        assertThatThrownBy(() -> reader.save("other", "id"))
            .isInstanceOf(RunInProgressException.class)
            .hasMessageContaining("others may read");
      }
      reader.save("other", "id");

      assertThat(reader.load("id", String.class)).isEqualTo("other");
    }
  }

  @Test
  void manyThreadsMaySave() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Set<String> ids = ConcurrentHashMap.newKeySet();
    try (Checkpoints checkpoints = open()) {
      Callable<Void> saving =
          () -> {
            for (int i = 0; i < 10; i++) {
              ids.add(checkpoints.save(List.of(Thread.currentThread().getName(), i)).id());
            }
            return null;
          };
      for (Future<Void> saved : threads.invokeAll(List.of(saving, saving, saving, saving))) {
        saved.get();
      }

      assertThat(ids).hasSize(40);
      assertThat(checkpoints.list())
          .extracting(SavedState::id)
          .containsExactlyInAnyOrderElementsOf(ids);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void saysWhatIsWrong() {
    try (Checkpoints checkpoints = open()) {
      checkpoints.save("state", "id");

      assertThatThrownBy(() -> checkpoints.load("no", String.class))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage("Cannot load no: expected the id of a saved state, found id");
      assertThatThrownBy(() -> checkpoints.load("id", Integer.class))
          .hasMessage("Cannot load id: expected java.lang.Integer, found java.lang.String");
      assertThatThrownBy(() -> checkpoints.save("state", " "))
          .isInstanceOf(ConfigurationException.class);
      assertThatThrownBy(() -> checkpoints.save(List.of(new Object(), Thread.currentThread())))
          .isInstanceOf(CodecException.class);
    }
  }
}
