package dev.cairn.core.seal;

import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.Payload;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The payload in a {@linkplain PackFormat pack}. No byte of a frame is handed out before the frame
 * was verified; whoever has read to the end knows that the whole file was. For one thread.
 *
 * <p>Throws {@link DamagedException} for a pack that is not what was written, {@link
 * UnsupportedFormatException} for one of a later version.
 */
public final class PackInputStream extends InputStream {
  private final DigestInputStream file;
  private final Fingerprint name;
  private final byte[] salt = new byte[PackFormat.SALT_BYTES];
  private final MessageDigest frames;

  private byte[] frame = new byte[0];
  private int position;
  private long frameCount;
  private long sizeBytes;
  private boolean ended;

  /** Reads a header. The file is the caller's to close. */
  public PackInputStream(InputStream file, Fingerprint name) {
    this.file = new DigestInputStream(file, Sha256.digest());
    this.name = name;
    readHeader();
    this.frames = PackFormat.saltedDigest(salt);
  }

  private void readHeader() {
    ByteBuffer header = ByteBuffer.wrap(exactly(PackFormat.HEADER_BYTES));
    byte[] magic = new byte[PackFormat.MAGIC.length];
    header.get(magic);
    require(Arrays.equals(magic, PackFormat.MAGIC), "a pack", "another file");
    int version = header.getInt();
    if (version > PackFormat.VERSION) {
      throw new UnsupportedFormatException(
          pack(), "Cannot read " + pack() + ": it has version " + version + ", this Cairn knows 1");
    }
    require(version == PackFormat.VERSION, "version 1", "version " + version);
    int largest = header.getInt();
    require(largest == PackFormat.FRAME_BYTES, "frames of 1048576 bytes", "of " + largest);
    header.get(salt);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (position == frame.length && !nextFrame()) {
      return -1;
    }
    int count = Math.min(length, frame.length - position);
    System.arraycopy(frame, position, bytes, offset, count);
    position += count;
    return count;
  }

  private boolean nextFrame() {
    if (ended) {
      return false;
    }
    int length = ByteBuffer.wrap(exactly(Integer.BYTES)).getInt();
    if (length == 0) {
      readTrailer();
      ended = true;
      return false;
    }
    require(
        length > 0 && length <= PackFormat.FRAME_BYTES, "a frame of up to 1048576", "" + length);
    readFrame(length);
    return true;
  }

  private void readFrame(int length) {
    byte[] hash = exactly(Sha256.BYTES);
    byte[] content = exactly(length);
    byte[] found = PackFormat.frameHash(salt, frameCount, Payload.of(content));
    require(Arrays.equals(hash, found), "frame " + frameCount + " as written", "another");
    frames.update(hash);
    frame = content;
    position = 0;
    frameCount++;
    sizeBytes += length;
  }

  private void readTrailer() {
    ByteBuffer trailer = ByteBuffer.wrap(exactly(PackFormat.TRAILER_BYTES));
    require(trailer.getLong() == sizeBytes, "the length in the trailer", sizeBytes + " bytes");
    require(trailer.getLong() == frameCount, "the frames in the trailer", frameCount + " frames");
    byte[] root = new byte[Sha256.BYTES];
    trailer.get(root);
    byte[] found = PackFormat.root(frames, sizeBytes, frameCount);
    require(Arrays.equals(root, found), "the hash in the trailer", "another");
    require(atEnd(), "the end of the file", "more bytes");
    Fingerprint hash = Fingerprint.of(file.getMessageDigest().digest());
    require(hash.equals(name), "a file with its name as hash", "hash " + hash.brief());
  }

  private boolean atEnd() {
    try {
      return file.read() < 0;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private byte[] exactly(int count) {
    try {
      byte[] bytes = file.readNBytes(count);
      if (bytes.length < count) {
        throw new EOFException("it ends " + (count - bytes.length) + " bytes early");
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private void require(boolean condition, String expected, String found) {
    if (!condition) {
      throw new DamagedException(
          pack(), pack() + " is damaged: expected " + expected + ", found " + found);
    }
  }

  private DamagedException unreadable(IOException cause) {
    return new DamagedException(
        pack(), pack() + " is damaged: expected a whole file, found: " + cause.getMessage(), cause);
  }

  private String pack() {
    return "pack " + name.hex();
  }
}
