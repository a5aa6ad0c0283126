package dev.cairn.core.graph.code;

import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.StageId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stage's own code, normalised: its body, its lambdas, and whatever else it reaches in the
 * receiver's class, in the application's classes above that, and in classes nested in those; with
 * the values of the static fields that it reads there.
 *
 * <p>It does not depend on comments, line numbers, names of locals, the order of methods and
 * constants, the numbers that compilers give to lambdas and anonymous classes, and, as far as that
 * is known, the compiler's release. Immutable.
 *
 * @param methods a digest of each method, lambda and static field that counts, by name
 * @param obstacle why it cannot be compared, if it cannot: then nothing else is known
 */
public record StageCode(SortedMap<String, String> methods, Optional<String> obstacle) {
  /** Changes with the rules by which code is read. */
  private static final String VERSION = "code/1";

  /**
   * The code of a stage when it is called on an instance of a class.
   *
   * @param receiver the declaring class of a static one
   */
  public static StageCode of(Class<?> receiver, StageId stage) {
    CodeTrace trace = new CodeTrace(new OwnClasses(receiver));
    try {
      trace.follow(stage, escapes(receiver, stage));
      return new StageCode(trace.digests(), Optional.empty());
    } catch (UnreadableCodeException e) {
      return new StageCode(new TreeMap<>(), Optional.of(String.valueOf(e.getMessage())));
    } catch (RuntimeException | LinkageError e) {
      // odd class files are no failure of the call: code that cannot be read counts as changed
      return new StageCode(new TreeMap<>(), Optional.of("its class files cannot be read: " + e));
    }
  }

  /** Whether others may get hold of the receiver, and so call it back. */
  private static boolean escapes(Class<?> receiver, StageId stage) {
    return UsedFields.of(receiver, stage).whyAll().isPresent();
  }

  /**
   * Its fingerprint.
   *
   * @throws IllegalStateException if it cannot be compared
   */
  public Fingerprint fingerprint() {
    if (obstacle.isPresent()) {
      throw new IllegalStateException(obstacle.get());
    }
    MessageDigest digest = sha256();
    digest.update(VERSION.getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, String> method : methods.entrySet()) {
      digest.update(
          ('\n' + method.getKey() + '\0' + method.getValue()).getBytes(StandardCharsets.UTF_8));
    }
    return Fingerprint.of(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
