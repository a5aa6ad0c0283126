package dev.cairn.core.log;

import dev.cairn.core.model.RunId;
import dev.cairn.core.storage.StorageKey;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Where a run's objects stand.
 *
 * @param run which run
 */
record RunFolder(RunId run) {
  /** The folder of all pipelines. */
  static final StorageKey RUNS = new StorageKey("runs");

  /** The largest slot that a log can have. */
  static final long LAST_SLOT = 99_999_999;

  private static final Pattern SLOT = Pattern.compile("[0-9]{8}\\.json");
  private static final Pattern GENERATION = Pattern.compile("[1-9][0-9]{0,8}");

  /** The folder of all generations of a key. */
  static StorageKey of(String pipeline, String keyDigest) {
    return RUNS.resolve(PipelineName.escaped(pipeline)).resolve(keyDigest);
  }

  /** The generation that a folder's name stands for. */
  static OptionalInt generation(String name) {
    return GENERATION.matcher(name).matches()
        ? OptionalInt.of(Integer.parseInt(name))
        : OptionalInt.empty();
  }

  /** The slot that an object's name stands for. */
  static OptionalLong slot(String name) {
    return SLOT.matcher(name).matches()
        ? OptionalLong.of(Long.parseLong(name.substring(0, 8)))
        : OptionalLong.empty();
  }

  StorageKey key() {
    return of(run.pipeline(), run.keyDigest()).resolve(Integer.toString(run.generation()));
  }

  StorageKey entry(long slot) {
    return key().resolve(String.format(Locale.ROOT, "%08d.json", slot));
  }

  StorageKey packs() {
    return key().resolve("packs");
  }

  StorageKey pack(String name) {
    return packs().resolve(name + ".pack");
  }

  StorageKey heartbeat() {
    return key().resolve("hb");
  }

  StorageKey tomb() {
    return key().resolve("TOMB");
  }
}
