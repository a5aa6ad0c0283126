package dev.cairn.core.codec.kryo.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.kryo.StageRuns;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.graph.WalkedGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A container that another thread changes meanwhile: refused, or read whole; never broken bytes.
 */
class ConcurrentChangeTest {
  private static final int ROUNDS = 150;
  private static final int ELEMENTS = 300;

  private final StageRuns runs = StageRuns.trusting();

  static Stream<Object> containers() {
    return Stream.of(
        new ArrayList<>(),
        new LinkedList<>(),
        new ArrayDeque<>(),
        new HashSet<>(),
        new CopyOnWriteArrayList<>(),
        new ConcurrentLinkedQueue<>(),
        new HashMap<>(),
        new LinkedHashMap<>(),
        new TreeMap<>(),
        new ConcurrentHashMap<>(),
        ConcurrentHashMap.newKeySet(),
        new ConcurrentSkipListMap<>());
  }

  @ParameterizedTest
  @MethodSource("containers")
  void whatIsWrittenCanBeRead(Object container) throws InterruptedException {
    WalkedGraph nothing = runs.walker.walk(StageRuns.frame());
    List<Throwable> strange = new ArrayList<>();

    whileChanging(
        container,
        () -> {
          try {
            runs.walk(container);
            EncodedSnapshot snapshot =
                runs.codec.encode(nothing, nothing.frame().returning(container));
            assertThat(runs.decode(snapshot, nothing).apply()).isNotNull();
          } catch (UncapturableException e) {
            assertThat(e).hasMessageContaining("another thread");
          } catch (CodecException e) {
            if (!String.valueOf(e.getMessage()).contains("another thread")) {
              strange.add(e);
            }
          } catch (RuntimeException e) {
            strange.add(e);
          }
        });

    assertThat(strange).isEmpty();
  }

  /** The very containers that are made for it are always read whole. */
  @Test
  void concurrentContainersAreNeverRefused() throws InterruptedException {
    for (Object container : List.of(new ConcurrentHashMap<>(), new CopyOnWriteArrayList<>())) {
      whileChanging(container, () -> assertThat(runs.walk(container).path(1)).isEqualTo("ctx"));
    }
  }

  private static void whileChanging(Object container, Runnable reading)
      throws InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    Thread changing = new Thread(() -> change(container, done), "changing");
    changing.start();
    try {
      for (int i = 0; i < ROUNDS; i++) {
        reading.run();
      }
    } finally {
      done.set(true);
      changing.join();
    }
  }

  @SuppressWarnings("unchecked")
  private static void change(Object container, AtomicBoolean done) {
    SplittableRandom random = new SplittableRandom(3);
    Consumer<Integer> add;
    Consumer<Integer> remove;
    if (container instanceof Map<?, ?>) {
      Map<Integer, List<Integer>> map = (Map<Integer, List<Integer>>) container;
      add = key -> map.put(key, new ArrayList<>(List.of(key)));
      remove = map::remove;
    } else {
      Collection<Integer> all = (Collection<Integer>) container;
      add = all::add;
      remove = all::remove;
    }
    while (!done.get()) {
      (random.nextBoolean() ? add : remove).accept(random.nextInt(ELEMENTS));
    }
  }
}
