package dev.cairn.testkit.disk;

import java.io.IOException;
import java.util.function.Consumer;

/** What stands between those who ask for effects and the disk: it may do less, more, or fail. */
@FunctionalInterface
public interface Device {
  /** Does what it is told. */
  Device HONEST = (effect, disk) -> disk.accept(effect);

  /**
   * Is asked for an effect.
   *
   * @param disk takes what really happens
   * @throws IOException what whoever asked is told
   */
  void perform(Effect effect, Consumer<Effect> disk) throws IOException;

  /**
   * Is asked what stands somewhere.
   *
   * @throws IOException what whoever asked is told
   */
  default void look(String path) throws IOException {}
}
