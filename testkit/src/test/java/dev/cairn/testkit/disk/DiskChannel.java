package dev.cairn.testkit.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A file or folder that is open: it can be added to, and made durable. */
final class DiskChannel extends FileChannel {
  private final Disk.Mount mount;
  private final DiskPath path;
  private final int inode;

  DiskChannel(Disk.Mount mount, DiskPath path, int inode) {
    this.mount = mount;
    this.path = path;
    this.inode = inode;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int from = source.position();
    byte[] bytes = new byte[source.remaining()];
    source.get(bytes);
    int written = mount.write(path, inode, bytes);
    source.position(from + written);
    return written;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    mount.sync(path, inode);
  }

  @Override
  public long size() {
    return mount.read(inode).length;
  }

  @Override
  public long position() {
    return size();
  }

  @Override
  protected void implCloseChannel() {
    // Nothing is held.
  }

  @Override
  public int read(ByteBuffer target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int read(ByteBuffer target, long position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int write(ByteBuffer source, long position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileChannel position(long position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileChannel truncate(long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }
}
