package dev.cairn.benchmarks.peers;

import dev.cairn.benchmarks.save.Folder;
import dev.cairn.benchmarks.work.Dossier;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A file for each state, compressed by GZIP, with the SHA-256 of its bytes behind it; renamed when
 * it is whole, but not made durable.
 */
record FileShelf(Path folder, Format format) implements Shelf {
  private static final int DIGEST_BYTES = 32;

  /** How objects become bytes. */
  interface Format {
    void write(Dossier state, OutputStream out) throws IOException;

    Dossier read(InputStream in) throws IOException;
  }

  @Override
  public int count() {
    int count = 0;
    while (Files.exists(file(count + 1))) {
      count++;
    }
    return count;
  }

  private Path file(int count) {
    return folder.resolve("state-" + count);
  }

  @Override
  public void save(int count, Dossier state) throws IOException {
    Path draft = folder.resolve("draft");
    MessageDigest digest = digest();
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(draft))) {
      GZIPOutputStream gzip = new GZIPOutputStream(new DigestOutputStream(file, digest));
      format.write(state, gzip);
      gzip.finish();
      file.write(digest.digest());
    }
    Files.move(draft, file(count), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public Dossier load(int count) throws IOException {
    verify(count);
    try (InputStream file = new BufferedInputStream(Files.newInputStream(file(count)))) {
      return format.read(new GZIPInputStream(file));
    }
  }

  private void verify(int count) throws IOException {
    MessageDigest digest = digest();
    byte[] bytes = Files.readAllBytes(file(count));
    int length = bytes.length - DIGEST_BYTES;
    digest.update(bytes, 0, length);
    byte[] expected = Arrays.copyOfRange(bytes, length, bytes.length);
    if (!MessageDigest.isEqual(digest.digest(), expected)) {
      throw new IOException(file(count) + " is damaged");
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public long storedBytes() {
    return Folder.bytes(folder);
  }

  @Override
  public void close() {
    // every file is closed
  }
}
