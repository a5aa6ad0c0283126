package dev.cairn.core.codec.kryo.serializer;

import dev.cairn.InPlaceSerializer;
import dev.cairn.StateSerializer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types that an application treats itself. */
final class SerializedTypes {

  private SerializedTypes() {}

  /** Never changes; holds something that Cairn refuses. */
  public static final class Amount {
    final long cents;
    private final Runnable printer;

    Amount(long cents) {
      this.cents = cents;
      this.printer = () -> {};
    }

    void print() {
      printer.run();
    }
  }

  /** As an application would write it. */
  public static final class AmountSerializer implements StateSerializer<Amount> {
    @Override
    public Class<Amount> type() {
      return Amount.class;
    }

    @Override
    public List<?> toState(Amount amount) {
      return List.of(amount.cents);
    }

    @Override
    public Amount fromState(List<?> state) {
      return new Amount((Long) state.get(0));
    }
  }

  /** Changes; keeps its bytes where Cairn does not look, and an object that others hold too. */
  public static final class Buffer {
    final ByteBuffer memory = ByteBuffer.allocateDirect(64);
    List<String> owners = new ArrayList<>();
    boolean broken;

    void write(String text) {
      memory.clear();
      memory.put(text.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    private byte[] bytes() {
      byte[] bytes = new byte[memory.position()];
      memory.duplicate().flip().get(bytes);
      return bytes;
    }
  }

  /** As an application would write it. */
  public static final class BufferSerializer implements InPlaceSerializer<Buffer> {
    @Override
    public Class<Buffer> type() {
      return Buffer.class;
    }

    @Override
    public List<?> toState(Buffer buffer) {
      if (buffer.broken) {
        throw new IllegalStateException("broken buffer");
      }
      return Arrays.asList(buffer.bytes(), buffer.owners);
    }

    @Override
    public Buffer create() {
      return new Buffer();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void restore(Buffer buffer, List<?> state) {
      buffer.memory.clear();
      buffer.memory.put((byte[]) state.get(0));
      buffer.owners = (List<String>) state.get(1);
    }
  }

  /** Changes, although its serializer says that it does not. */
  public static final class Fickle {
    int value;
  }

  /** As an application should not write it. */
  public static final class FickleSerializer implements StateSerializer<Fickle> {
    @Override
    public Class<Fickle> type() {
      return Fickle.class;
    }

    @Override
    public List<?> toState(Fickle fickle) {
      return List.of(fickle.value);
    }

    @Override
    public Fickle fromState(List<?> state) {
      Fickle made = new Fickle();
      made.value = (Integer) state.get(0);
      return made;
    }
  }

  /** The inputs of a stage. */
  static final class Drawer {
    final Buffer buffer = new Buffer();
    final List<Object> things = new ArrayList<>();
    @Nullable Amount amount;
    @Nullable List<String> shared;
  }
}
