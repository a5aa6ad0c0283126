package dev.cairn.core.seal.crypt;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import javax.crypto.SecretKey;

/** The content of an encrypted object, frame by frame, each verified before it is handed out. */
final class OpenedStream extends FilterInputStream {
  private final SecretKey key;
  private final byte[] bound;
  private byte[] frame = new byte[0];
  private int position;
  private long number;
  private boolean ended;

  /** Goes on behind the head. */
  OpenedStream(InputStream stored, SecretKey key, byte[] bound) {
    super(new PushbackInputStream(stored));
    this.key = key;
    this.bound = bound;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (position == frame.length) {
      if (ended) {
        return -1;
      }
      nextFrame();
    }
    int count = Math.min(length, frame.length - position);
    System.arraycopy(frame, position, bytes, offset, count);
    position += count;
    return count;
  }

  private void nextFrame() throws IOException {
    byte[] sealed = in.readNBytes(SealedForm.SEALED_FRAME_BYTES);
    ended = !hasMore();
    frame =
        Jca.decrypt(key, SealedForm.nonce(number, ended), bound, sealed, sealed.length)
            .orElseThrow(
                () -> new IOException("it is not what was encrypted for this place of this store"));
    position = 0;
    number++;
  }

  private boolean hasMore() throws IOException {
    int next = in.read();
    if (next < 0) {
      return false;
    }
    ((PushbackInputStream) in).unread(next);
    return true;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = 0;
    while (skipped < bytes && read() >= 0) {
      skipped++;
    }
    return skipped;
  }

  @Override
  public int available() {
    return frame.length - position;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
