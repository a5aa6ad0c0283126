package dev.cairn.core.log.entry;

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
public record RunFolder(RunId run) {
  /** The folder of all pipelines. */
  public static final StorageKey RUNS = new StorageKey("runs");

  /** The largest slot that a log can have. */
  public static final long LAST_SLOT = 99_999_999;

  private static final Pattern SLOT = Pattern.compile("[0-9]{8}\\.json");
  private static final Pattern GENERATION = Pattern.compile("[1-9][0-9]{0,8}");

  /** The folder of all generations of a key. */
  public static StorageKey of(String pipeline, String keyDigest) {
    return RUNS.resolve(PipelineName.escaped(pipeline)).resolve(keyDigest);
  }

  /** The generation that a folder's name stands for. */
  public static OptionalInt generation(String name) {
    return GENERATION.matcher(name).matches()
        ? OptionalInt.of(Integer.parseInt(name))
        : OptionalInt.empty();
  }

  /** The slot that an object's name stands for. */
  public static OptionalLong slot(String name) {
    return SLOT.matcher(name).matches()
        ? OptionalLong.of(Long.parseLong(name.substring(0, 8)))
        : OptionalLong.empty();
  }

  public StorageKey key() {
    return of(run.pipeline(), run.keyDigest()).resolve(Integer.toString(run.generation()));
  }

  public StorageKey entry(long slot) {
    return key().resolve(String.format(Locale.ROOT, "%08d.json", slot));
  }

  public StorageKey packs() {
    return key().resolve("packs");
  }

  public StorageKey pack(String name) {
    return packs().resolve(name + ".pack");
  }

  public StorageKey heartbeat() {
    return key().resolve("hb");
  }

  public StorageKey tomb() {
    return key().resolve("TOMB");
  }
}
