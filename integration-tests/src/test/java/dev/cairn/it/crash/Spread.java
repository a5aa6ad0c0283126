package dev.cairn.it.crash;

import java.util.List;
import java.util.stream.IntStream;

/** All cases on the JDK that the build is for, every sixth on the others. */
final class Spread {
  private static final int EVERY_DAY = 17;
  private static final int STEP = 6;

  private Spread() {}

  static <T> List<T> of(List<T> cases) {
    int step = Runtime.version().feature() == EVERY_DAY ? 1 : STEP;
    return IntStream.range(0, cases.size())
        .filter(number -> number % step == 0)
        .mapToObj(cases::get)
        .toList();
  }
}
