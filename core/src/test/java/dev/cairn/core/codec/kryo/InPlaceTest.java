package dev.cairn.core.codec.kryo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.codec.kryo.HeapModel.Key;
import dev.cairn.core.codec.kryo.HeapModel.Node;
import dev.cairn.core.codec.kryo.HeapModel.Recent;
import dev.cairn.core.codec.kryo.StageRuns.Ran;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a restore does to the objects that the caller holds. */
@SuppressWarnings({
  "BadImport",
  "PrivateConstructorForUtilityClass"
}) // odd things are what is tested
class InPlaceTest {
  private final StageRuns runs = StageRuns.trusting();

  static final class Box {
    Object content = new Object();
    List<Object> list = new ArrayList<>(List.of("a", "b", "c"));
    Map<Object, Object> map = new HashMap<>(Map.of("a", 1, "b", 2));
    Set<Object> set = new HashSet<>();
  }

  static final class Single {
    static final Single INSTANCE = new Single();
  }

  @Test
  void anIterationOverAListOfEqualSizeGoesOn() {
    Box executed = new Box();
    var entry = runs.walk(executed);
    executed.list.replaceAll(element -> element + "!");
    var snapshot = runs.encode(entry, null);
    Box live = new Box();
    Iterator<Object> open = live.list.iterator();
    open.next();

    runs.decode(snapshot, runs.walk(live)).apply();

    assertThat(open.next()).isEqualTo("b!");
    assertThat(open.next()).isEqualTo("c!");
  }

  @Test
  void anIterationOverAMapWithTheSameKeysGoesOn() {
    Box executed = new Box();
    var entry = runs.walk(executed);
    executed.map.replaceAll((key, value) -> value + "!");
    var snapshot = runs.encode(entry, null);
    Box live = new Box();
    Iterator<Map.Entry<Object, Object>> open = live.map.entrySet().iterator();
    open.next();

    runs.decode(snapshot, runs.walk(live)).apply();

    assertThat(open.next().getValue()).isEqualTo("2!");
  }

  @Test
  void whatWasRemovedFromTheGraphIsWrittenAsWell() {
    Node[] held = new Node[2];
    int[] builds = {0};

    runs.restored(
        () -> {
          Box box = new Box();
          box.content = new Node("removed");
          held[builds[0]++] = (Node) box.content;
          return box;
        },
        box -> {
          ((Node) box.content).count = 42;
          box.content = "gone";
        });

    assertThat(held[1].count).isEqualTo(42);
  }

  @Test
  void aReturnedArgumentIsThatArgument() {
    Ran<Box> ran = runs.run(Box::new, box -> box.list);

    assertThat(ran.again()).isSameAs(ran.restored().list);
  }

  @Test
  void unchangedObjectsAreNotTouched() {
    Box executed = new Box();
    var entry = runs.walk(executed);
    executed.content = "changed";
    var snapshot = runs.encode(entry, null);
    Box live = new Box();

    var decoded = runs.decode(snapshot, runs.walk(live));

    assertThat(decoded.written()).containsExactly(live);
  }

  @Test
  void constantsAreLinkedByName() {
    Box restored = runs.restored(Box::new, box -> box.content = Single.INSTANCE);

    assertThat(restored.content).isSameAs(Single.INSTANCE);
  }

  @Test
  void keysWhoseHashDependsOnACycleAreFound() {
    Box restored =
        runs.restored(
            Box::new,
            box -> {
              for (int i = 0; i < 20; i++) {
                Key key = new Key(i);
                key.payload = box.set;
                box.set.add(key);
              }
            });

    assertThat(restored.set).hasSize(20).contains(new Key(7));
  }

  @Test
  void keysThatAreContainersAreFilledBeforeTheyAreAsked() {
    Box restored =
        runs.restored(
            Box::new,
            box -> {
              Set<Object> inner = new HashSet<>(Set.of(new Key(1), new Key(2)));
              box.content = inner;
              box.map.put(new ArrayList<>(List.of(inner)), "found");
            });

    assertThat(restored.map.get(List.of(restored.content))).isEqualTo("found");
  }

  @Test
  void aSubclassThatDropsItsEldestKeepsItsRules() {
    Box restored =
        runs.restored(
            Box::new,
            box -> {
              Recent recent = new Recent(2);
              recent.put("a", 1);
              recent.put("b", 2);
              recent.get("a");
              box.content = recent;
            });

    Recent recent = (Recent) restored.content;
    recent.put("c", 3);
    assertThat(recent.keySet()).containsExactly("a", "c");
  }

  @Test
  void hashMapsIterateInTheirOrder() {
    Ran<Box> ran =
        runs.run(
            Box::new,
            box -> {
              for (int i = 0; i < 5000; i++) {
                box.map.put("key" + i * 7919, i);
              }
              for (int i = 0; i < 4990; i++) {
                box.map.remove("key" + i * 7919);
              }
              box.map.put(new Key(1 << 20), "x");
              return null;
            });

    assertThat(List.copyOf(ran.restored().map.keySet()))
        .isEqualTo(List.copyOf(ran.executed().map.keySet()));
  }

  static final class Worker {
    int total;
    Worker helper;
    final List<String> log = new ArrayList<>();

    void work() {
      total += 5;
      helper = this;
      log.add("worked");
    }
  }

  @Test
  void fieldsOfTheReceiverAreAssigned() {
    Worker executed = new Worker();
    var entry = runs.walker.walk(runs.frameOf(executed, "work"));
    executed.work();
    var snapshot = runs.encode(entry, null);
    Worker live = new Worker();

    runs.decode(snapshot, runs.walker.walk(runs.frameOf(live, "work"))).apply();

    assertThat(live.total).isEqualTo(5);
    assertThat(live.helper).isSameAs(live);
    assertThat(live.log).containsExactly("worked");
  }
}
