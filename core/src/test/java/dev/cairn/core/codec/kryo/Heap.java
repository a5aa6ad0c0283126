package dev.cairn.core.codec.kryo;

import dev.cairn.core.codec.kryo.HeapModel.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A random heap: the same for the same seed, whenever it is built. */
final class Heap {
  final List<Object> pool = new ArrayList<>();
  final Node root;
  private final HeapMakers makers;

  Heap(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    this.makers = new HeapMakers(random);
    this.root = makers.node();
    pool.add(root);
    HeapChanges changes = new HeapChanges(random, makers, pool);
    int objects = 3 + random.nextInt(25);
    for (int i = 0; i < objects; i++) {
      pool.add(makers.make());
    }
    for (int i = 0; i < objects * 4; i++) {
      changes.change(pool.get(random.nextInt(pool.size())));
    }
    List<Object> reachable = new ArrayList<>(pool.subList(0, pool.size() / 2 + 1));
    root.items = reachable;
    pool.add(reachable);
  }

  /** Changes some of the objects, as a stage might; returns something of it. */
  Object change(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Object> known = new ArrayList<>(pool);
    HeapChanges changes = new HeapChanges(random, new HeapMakers(random), known);
    int count = random.nextInt(30);
    for (int i = 0; i < count; i++) {
      changes.change(known.get(random.nextInt(known.size())));
    }
    return changes.any();
  }
}
