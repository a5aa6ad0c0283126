package dev.cairn.core.log.entry;

import dev.cairn.core.model.RunId;
import dev.cairn.core.storage.StorageKey;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Where a run's objects stand. A value; safe for use by many threads. */
public final class RunFolder {
  /** The folder of all pipelines. */
  public static final StorageKey RUNS = new StorageKey("runs");

  /** The largest slot that a log can have. */
  public static final long LAST_SLOT = 99_999_999;

  private static final int SLOT_DIGITS = 8;
  private static final Pattern SLOT = Pattern.compile("[0-9]{8}\\.json");
  private static final Pattern GENERATION = Pattern.compile("[1-9][0-9]{0,8}");

  private final RunId run;
  private final StorageKey key;

  /** The folder of a run. */
  public RunFolder(RunId run) {
    this.run = run;
    this.key = of(run.pipeline(), run.keyDigest()).resolve(Integer.toString(run.generation()));
  }

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
        ? OptionalLong.of(Long.parseLong(name.substring(0, SLOT_DIGITS)))
        : OptionalLong.empty();
  }

  /** Which run. */
  public RunId run() {
    return run;
  }

  /** The folder itself. */
  public StorageKey key() {
    return key;
  }

  /** The entry in a slot. */
  public StorageKey entry(long slot) {
    String digits = Long.toString(slot);
    return key.resolve("0".repeat(SLOT_DIGITS - digits.length()) + digits + ".json");
  }

  /** The folder of the run's packs. */
  public StorageKey packs() {
    return key.resolve("packs");
  }

  /** A pack by its name. */
  public StorageKey pack(String name) {
    return packs().resolve(name + ".pack");
  }

  /** The owner's sign of life. */
  public StorageKey heartbeat() {
    return key.resolve("hb");
  }

  /** What stays of a deleted run. */
  public StorageKey tomb() {
    return key.resolve("TOMB");
  }
}
