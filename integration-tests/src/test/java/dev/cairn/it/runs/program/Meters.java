package dev.cairn.it.runs.program;

import dev.cairn.Checkpointed;
import dev.cairn.InPlaceSerializer;
import dev.cairn.Pipeline;
import dev.cairn.it.crash.program.Diary;
import java.nio.ByteBuffer;
import java.util.List;

/** Its state is of a type that Cairn refuses, and that it treats itself. */
public final class Meters {
  private final Diary diary = Diary.ofThisProgram();

  private Meters() {}

  /** No arguments. */
  public static void main(String[] arguments) {
    new Meters().read(new Gauge());
  }

  @Pipeline(name = "meters")
  void read(Gauge gauge) {
    Gauge held = gauge;
    raise(gauge, 42);
    diary.note("returned raise");
    System.out.println(held.value() + " " + (held == gauge));
    Gauge other = copy(gauge);
    diary.note("returned copy");
    System.out.println(other.value() + " " + (other == gauge));
  }

  @Checkpointed
  void raise(Gauge gauge, int by) {
    diary.note("begin raise");
    gauge.memory.putInt(0, gauge.value() + by);
  }

  @Checkpointed
  Gauge copy(Gauge gauge) {
    diary.note("begin copy");
    Gauge copy = new Gauge();
    copy.memory.putInt(0, gauge.value() + 1);
    return copy;
  }

  /** Keeps its value outside the heap. */
  public static final class Gauge {
    private final ByteBuffer memory = ByteBuffer.allocateDirect(Integer.BYTES);

    private int value() {
      return memory.getInt(0);
    }
  }

  /** How a gauge is saved. */
  public static final class GaugeSerializer implements InPlaceSerializer<Gauge> {
    @Override
    public Class<Gauge> type() {
      return Gauge.class;
    }

    @Override
    public List<?> toState(Gauge gauge) {
      return List.of(gauge.value());
    }

    @Override
    public Gauge create() {
      return new Gauge();
    }

    @Override
    public void restore(Gauge gauge, List<?> state) {
      gauge.memory.putInt(0, (Integer) state.get(0));
    }
  }
}
