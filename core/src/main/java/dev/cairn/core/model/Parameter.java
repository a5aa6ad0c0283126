package dev.cairn.core.model;

/**
 * One parameter of a stage or pipeline.
 *
 * @param name its name in the source where the class file has it, else {@code arg0}, {@code arg1}
 * @param key marked {@code @Key}: it identifies the run or the call
 * @param unsaved marked {@code @Unsaved}: never state
 * @param uncompared marked {@code @Uncompared}: state, but a difference does not make inputs differ
 */
public record Parameter(String name, boolean key, boolean unsaved, boolean uncompared) {

  /** A parameter without any mark. */
  public static Parameter plain(String name) {
    return new Parameter(name, false, false, false);
  }
}
