package dev.cairn.core.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * An object opened for reading once. Whoever got it closes it. For one thread.
 *
 * @param sizeBytes its size as the storage knows it, before anything is read
 * @param stream its bytes
 */
public record StoredObject(long sizeBytes, InputStream stream) implements Closeable {

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
