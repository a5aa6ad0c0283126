package dev.cairn.testkit.sabotage;

import dev.cairn.core.model.Payload;
import dev.cairn.testkit.disk.Device;
import dev.cairn.testkit.disk.Effect;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A device one of whose calls fails as the calls of a system do. It counts those of the thread that
 * made it: what other threads ask for comes in an order of its own, and never fails.
 */
public final class FaultyDevice implements Device {
  /** What an error of the device is called. */
  public static final String IO_ERROR = "Input/output error";

  /** What a disk says that has no room. */
  public static final String NO_SPACE = "No space left on device";

  /** How a call fails. */
  public enum Fault {
    /** Nothing happens; what was to become durable never does. */
    ERROR,
    /** That, and so do all calls that come. */
    ERROR_FOR_GOOD,
    /** It happens, but the answer is an error. */
    LOST_ANSWER,
    /** There is no room, nor is there any later. */
    DISK_FULL,
    /** Only half of the bytes are written, as the answer says. */
    SHORT_WRITE,
    /** What is there cannot be read. */
    READ_ERROR;

    private boolean concerns(Effect effect) {
      return switch (this) {
        case READ_ERROR -> false;
        case SHORT_WRITE -> effect instanceof Effect.Write;
        case DISK_FULL -> !(effect instanceof Effect.Remove);
        default -> true;
      };
    }

    private boolean lasts() {
      return this == ERROR_FOR_GOOD || this == DISK_FULL;
    }
  }

  private final Thread thread = Thread.currentThread();
  private final Fault fault;
  private final int first;
  private int calls;

  /**
   * Does what it is told but once.
   *
   * @param first the number of the call that fails, of those that can, counted from 1
   */
  public FaultyDevice(Fault fault, int first) {
    this.fault = fault;
    this.first = first;
  }

  /** Whether a call has failed. */
  public boolean hasFailed() {
    return calls >= first;
  }

  @Override
  public void perform(Effect effect, Consumer<Effect> disk) throws IOException {
    if (fault.concerns(effect) && isNext()) {
      fail(effect, disk);
    } else {
      disk.accept(effect);
    }
  }

  @Override
  public void look(String path) throws IOException {
    if (fault == Fault.READ_ERROR && isNext()) {
      throw new IOException(IO_ERROR);
    }
  }

  private boolean isNext() {
    if (Thread.currentThread() != thread) {
      return false;
    }
    calls++;
    return calls == first || calls > first && fault.lasts();
  }

  private void fail(Effect effect, Consumer<Effect> disk) throws IOException {
    switch (fault) {
      case SHORT_WRITE -> disk.accept(half((Effect.Write) effect));
      case DISK_FULL -> throw new IOException(NO_SPACE);
      case LOST_ANSWER -> {
        disk.accept(effect);
        throw new IOException(IO_ERROR);
      }
      default -> {
        if (effect instanceof Effect.Sync sync) {
          disk.accept(new Effect.SyncFailed(sync.path(), sync.file()));
        }
        throw new IOException(IO_ERROR);
      }
    }
  }

  private static Effect half(Effect.Write write) {
    byte[] bytes = write.bytes().toBytes();
    Payload half = Payload.of(Arrays.copyOf(bytes, bytes.length / 2));
    return new Effect.Write(write.path(), write.file(), half);
  }

  @Override
  public String toString() {
    return fault + " at call " + first;
  }
}
