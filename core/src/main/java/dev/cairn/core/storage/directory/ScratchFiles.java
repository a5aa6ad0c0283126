package dev.cairn.core.storage.directory;

import dev.cairn.core.model.Payload.Scratch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Keeps bytes in files that have no name any more: nobody else can open them, and the system frees
 * their space when nothing refers to their bytes, or when the process is gone, however it went.
 * (Where a file cannot lose its name while it is open, it is removed with other drafts later.)
 */
public final class ScratchFiles implements Scratch {
  private static final long FILE_BYTES = 64L << 20;
  private static final int HEAP_SHARE = 64;
  private static final long MOST_IN_MEMORY = 64L << 20;
  private static final long LEAST_IN_MEMORY = 1L << 20;

  private final DraftFiles drafts;
  private final long inMemoryBytes;
  private @Nullable FileChannel file;

  private ScratchFiles(DraftFiles drafts, long inMemoryBytes) {
    this.drafts = drafts;
    this.inMemoryBytes = inMemoryBytes;
  }

  /**
   * In the folder for temporary files of a directory store; nothing is done before the first use.
   */
  public static ScratchFiles of(Path store, long heapBytes) {
    long share = Math.min(MOST_IN_MEMORY, Math.max(LEAST_IN_MEMORY, heapBytes / HEAP_SHARE));
    DurableFiles files = new DurableFiles(FileEffect.Observer.NONE);
    return new ScratchFiles(new DraftFiles(store.resolve(DraftFiles.FOLDER), files), share);
  }

  @Override
  public long inMemoryBytes() {
    return inMemoryBytes;
  }

  @Override
  public synchronized ByteBuffer keep(byte[] bytes) {
    try {
      FileChannel into = roomy();
      long position = into.size();
      ByteBuffer written = ByteBuffer.wrap(bytes);
      while (written.hasRemaining()) {
        into.write(written, position + written.position());
      }
      return into.map(FileChannel.MapMode.READ_ONLY, position, bytes.length);
    } catch (IOException noRoom) {
      return ByteBuffer.wrap(bytes);
    }
  }

  /** A file is given up when it is large: so its space is free before that of all others is. */
  private FileChannel roomy() throws IOException {
    FileChannel open = file;
    if (open == null || !open.isOpen() || open.size() >= FILE_BYTES) {
      if (open != null) {
        open.close();
      }
      open = drafts.scratch();
      file = open;
    }
    return open;
  }
}
