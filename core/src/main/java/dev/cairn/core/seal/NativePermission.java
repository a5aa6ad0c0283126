package dev.cairn.core.seal;

import java.util.Optional;

/**
 * Whether native code may be loaded into this JVM. Asked before the first class of a library that
 * brings some, on the thread that wants it; may be asked again.
 */
@FunctionalInterface
public interface NativePermission {
  /** For the JVM alone to say. */
  NativePermission AS_THE_JVM_SAYS = Optional::empty;

  /** Why none must be loaded; empty where some may be. */
  Optional<String> refusal();
}
