package dev.cairn.core.engine.match;

import dev.cairn.core.graph.code.StageCode;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.StageDefinition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What stands for a stage's code: its own code as it lies on the class path (agents may change the
 * loaded one), or the version that the annotation declares.
 *
 * <p>Code that cannot be read gets a fingerprint that never equals another: it counts as changed.
 * Thread-safe; classes are held weakly.
 */
public final class CodeFingerprints {
  private final Map<Class<?>, Map<StageDefinition, Code>> byReceiver = new WeakHashMap<>();
  private final SecureRandom random = new SecureRandom();

  /**
   * The code of a stage that is called on an instance of a class.
   *
   * @param receiver the declaring class of a static stage
   */
  public Code of(StageDefinition stage, Class<?> receiver) {
    String version = stage.policy().version();
    if (!version.isEmpty()) {
      return new Code(sha256("version " + version), Map.of(), Optional.empty());
    }
    Map<StageDefinition, Code> known;
    synchronized (byReceiver) {
      known = byReceiver.computeIfAbsent(receiver, type -> new ConcurrentHashMap<>());
    }
    return known.computeIfAbsent(stage, asked -> read(asked, receiver));
  }

  private Code read(StageDefinition stage, Class<?> receiver) {
    StageCode code = StageCode.of(receiver, stage.id());
    return code.obstacle().isPresent()
        ? new Code(Fingerprint.unique(random), Map.of(), code.obstacle())
        : new Code(code.fingerprint(), code.methods(), Optional.empty());
  }

  private static Fingerprint sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Fingerprint.of(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
