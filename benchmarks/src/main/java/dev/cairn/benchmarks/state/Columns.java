package dev.cairn.benchmarks.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A table by columns and vectors: 46 MB, nearly all of it in arrays of primitives. */
final class Columns {
  private static final int ROWS = 1_000_000;
  private static final int VECTORS = 8_000;
  private static final int DIMENSIONS = 512;

  private Columns() {}

  static final class Frame {
    final Map<String, Object> columns = new LinkedHashMap<>();
    final List<float[]> vectors = new ArrayList<>();
  }

  /** Changes one vector in a hundred in place; once more, and all is as it was. */
  static void change(Frame frame) {
    for (int i = 0; i < VECTORS; i += 100) {
      frame.vectors.get(i)[7] *= -1;
    }
  }

  static Frame make() {
    SplittableRandom random = new SplittableRandom(46);
    Frame frame = new Frame();
    frame.columns.put("time", random.longs(ROWS).toArray());
    frame.columns.put("value", random.doubles(ROWS).toArray());
    frame.columns.put("code", random.ints(ROWS).toArray());
    frame.columns.put("weight", random.doubles(ROWS).toArray());
    byte[] flags = new byte[2 * ROWS];
    random.nextBytes(flags);
    frame.columns.put("flags", flags);
    for (int i = 0; i < VECTORS; i++) {
      float[] vector = new float[DIMENSIONS];
      for (int j = 0; j < DIMENSIONS; j++) {
        vector[j] = (float) random.nextDouble();
      }
      frame.vectors.add(vector);
    }
    return frame;
  }
}
