package dev.cairn.core;

import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.directory.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;

/** A file with the key of an encrypted store: one line, of Fernet's form. */
public final class KeyFile {
  private KeyFile() {}

  /**
   * Makes a key and writes it to a new file that only its user may read; durable when this returns.
   * A copy belongs in another place than the store: without the key nobody reads that.
   *
   * @throws ConfigurationException if there is such a file, which stays as it is, or it cannot be
   *     written
   */
  public static void create(Path file) {
    String key = Secret.newKey(new SecureRandom());
    byte[] line = (key + "\n").getBytes(StandardCharsets.US_ASCII);
    try {
      PrivateFile.create(file, Payload.of(line));
    } catch (FileAlreadyExistsException e) {
      throw refused(file, "it exists, and may be the key of a store; name a new file");
    } catch (IOException e) {
      throw refused(file, e + "; name a file in a directory that you may write");
    }
  }

  private static ConfigurationException refused(Path file, String why) {
    return new ConfigurationException(
        file.toString(), "Cannot write a key to " + file + ": " + why);
  }
}
