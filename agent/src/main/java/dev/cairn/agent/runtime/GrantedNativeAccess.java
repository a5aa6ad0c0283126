package dev.cairn.agent.runtime;

import dev.cairn.core.seal.NativePermission;
import java.util.Optional;

/**
 * Whether native code may be loaded as things are, where no agent can allow it. From Java 24 on the
 * JVM would print warnings otherwise. Stateless.
 */
public final class GrantedNativeAccess implements NativePermission {
  private static final int FIRST_TO_ASK = 24;

  @Override
  public Optional<String> refusal() {
    if (Runtime.version().feature() < FIRST_TO_ASK || isGranted()) {
      return Optional.empty();
    }
    return Optional.of(
        "this JVM would print warnings; the line Enable-Native-Access: ALL-UNNAMED in the manifest"
            + " of the program's jar allows it");
  }

  /** A method that JDKs have since 22. */
  private static boolean isGranted() {
    try {
      Module own = GrantedNativeAccess.class.getModule();
      return (boolean) Module.class.getMethod("isNativeAccessEnabled").invoke(own);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
