package dev.cairn.core.differential.program;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A heap, a stage on it and what the program does afterwards, as three programs. Every step draws
 * all it does from its own seed, so that any step can be left out.
 *
 * @param seed chooses the inputs of the stage among the objects
 * @param odd whether objects may appear that are documented to be refused
 * @param setup builds the heap
 * @param body what the stage does
 * @param rest what the program does after the stage
 */
public record Case(long seed, boolean odd, List<Long> setup, List<Long> body, List<Long> rest) {

  public static Case of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean large = random.nextInt(20) == 0;
    return new Case(
        seed,
        seed % 10 == 0,
        steps(random, 4 + random.nextInt(large ? 120 : 40)),
        steps(random, random.nextInt(large ? 60 : 16)),
        steps(random, 10));
  }

  private static List<Long> steps(SplittableRandom random, int count) {
    return Stream.generate(random::nextLong).limit(count).toList();
  }

  public Case withSetup(List<Long> steps) {
    return new Case(seed, odd, steps, body, rest);
  }

  public Case withBody(List<Long> steps) {
    return new Case(seed, odd, setup, steps, rest);
  }

  public Case withRest(List<Long> steps) {
    return new Case(seed, odd, setup, body, steps);
  }
}
