package dev.cairn.core.engine.match;

import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.StageDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What stands for a stage's code: the SHA-256 of the bytes of its class as they lie on the class
 * path (agents may change the loaded ones), or of the version that the annotation declares.
 *
 * <p>Code that cannot be read gets a fingerprint that never equals another: it counts as changed.
 * Thread-safe; classes are held weakly.
 */
public final class CodeFingerprints {
  private final Map<Class<?>, Fingerprint> byClass =
      Collections.synchronizedMap(new WeakHashMap<>());
  private final SecureRandom random = new SecureRandom();

  /** The fingerprint of a stage of a class. */
  public Fingerprint of(StageDefinition stage, Class<?> declaring) {
    String version = stage.policy().version();
    return version.isEmpty()
        ? byClass.computeIfAbsent(declaring, this::ofClass)
        : sha256(("version " + version).getBytes(StandardCharsets.UTF_8));
  }

  private Fingerprint ofClass(Class<?> type) {
    String file = type.getName().substring(type.getPackageName().length()) + ".class";
    try (InputStream bytes = type.getResourceAsStream(file.replaceFirst("^\\.", ""))) {
      return bytes == null ? Fingerprint.unique(random) : sha256(bytes.readAllBytes());
    } catch (IOException e) {
      return Fingerprint.unique(random);
    }
  }

  private static Fingerprint sha256(byte[] bytes) {
    try {
      return Fingerprint.of(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
