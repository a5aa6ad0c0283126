package dev.cairn.testkit.sabotage;

import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.disk.Device;

/**
 * What goes otherwise than it should for one process.
 *
 * @param device stands between its directory and the disk
 * @param storage what stands between its store and its directory
 */
public record Sabotage(Device device, Layer storage) {
  /** Nothing. */
  public static final Sabotage NONE = below(Device.HONEST);

  /** Something around a storage. */
  @FunctionalInterface
  public interface Layer {
    /** What the store sees of a directory. */
    Storage over(Storage directory);
  }

  /** Only below the directory. */
  public static Sabotage below(Device device) {
    return new Sabotage(device, directory -> directory);
  }

  /** Only above the directory. */
  public static Sabotage above(Layer storage) {
    return new Sabotage(Device.HONEST, storage);
  }
}
