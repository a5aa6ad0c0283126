package dev.cairn.core.codec.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.codec.kryo.HeapModel.ByText;
import dev.cairn.core.codec.kryo.StageRuns.Ran;
import dev.cairn.core.error.CodecException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What random heaps have shown to be wrong once. */
class ContainerRestoreTest {
  private final StageRuns runs = StageRuns.trusting();

  /** A key, or an element, that the program changes where it stands. */
  private static final class Loose implements Comparable<Loose> {
    int id;

    Loose(int id) {
      this.id = id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Loose loose && loose.id == id;
    }

    @Override
    public int hashCode() {
      return id;
    }

    @Override
    public int compareTo(Loose other) {
      return Integer.compare(id, other.id);
    }
  }

  /** By a rule that can be turned round. */
  private static final class Turning implements Comparator<Integer> {
    boolean descending;

    @Override
    public int compare(Integer one, Integer other) {
      return descending ? other.compareTo(one) : one.compareTo(other);
    }
  }

  private static final class Page {}

  private static final class Sorted extends TreeMap<Object, Object> {
    private static final long serialVersionUID = 1L;

    Sorted() {
      super(new ByText());
    }
  }

  private static final class SortedNames extends TreeSet<String> {
    private static final long serialVersionUID = 1L;

    SortedNames() {
      super(Comparator.reverseOrder());
    }
  }

  @Test
  void oldMapsIterateInTheirOrder() {
    for (Supplier<Map<Object, Object>> maker :
        List.<Supplier<Map<Object, Object>>>of(
            Hashtable::new, () -> new Hashtable<>(3, 3f), Properties::new)) {
      Ran<Map<Object, Object>> ran =
          runs.run(
              () -> filled(maker.get(), 0, 30),
              map -> {
                filled(map, 20, 90).keySet().removeIf(key -> key.hashCode() % 3 == 0);
                return null;
              });

      assertThat(keys(ran.restored())).isEqualTo(keys(ran.executed()));
      assertThat(keys(filled(ran.restored(), 200, 300)))
          .isEqualTo(keys(filled(ran.executed(), 200, 300)));
    }
  }

  private static Map<Object, Object> filled(Map<Object, Object> map, int from, int to) {
    for (int i = from; i < to; i++) {
      map.put("key " + i, i);
    }
    return map;
  }

  private static List<Object> keys(Map<Object, Object> map) {
    return List.copyOf(map.keySet());
  }

  @Test
  void anEmptyMapGrowsWhenItWouldHaveGrown() {
    Ran<List<Object>> ran =
        runs.run(
            ArrayList::new,
            list -> {
              list.add(new Hashtable<>(11, 3f));
              return null;
            });

    assertThat(orderOfMany(ran.restored())).isEqualTo(orderOfMany(ran.executed()));
  }

  @SuppressWarnings("unchecked")
  private static List<Object> orderOfMany(List<Object> holder) {
    return keys(filled((Map<Object, Object>) holder.get(0), 0, 25));
  }

  @Test
  void aNullAmongKeysOfOneBucketKeepsItsPlace() {
    Supplier<Map<Object, Object>> maker = HashMap::new;
    Ran<Map<Object, Object>> ran =
        runs.run(
            maker,
            map -> {
              map.put(new HeapModel.Key(16), null);
              map.put(new HeapModel.Key(32), "b");
              map.put(new HeapModel.Key(48), null);
              return null;
            });

    assertThat(ran.restored().keySet().toString()).isEqualTo(ran.executed().keySet().toString());
    assertThat(ran.restored().values()).containsExactly(null, "b", null);
  }

  /** Where those stand among them differs from copy to copy. */
  @Test
  void aTreeOfKeysIsRestoredAmongKeysThatHashByIdentity() {
    Supplier<Map<Object, Object>> maker = HashMap::new;
    Ran<Map<Object, Object>> ran =
        runs.run(
            maker,
            map -> {
              ofOneHash().forEach(key -> map.put(key, "alike"));
              IntStream.range(0, 200).forEach(i -> map.put(new Page(), i));
              return null;
            });

    assertThat(ran.restored().keySet().stream().filter(String.class::isInstance).toList())
        .isEqualTo(ran.executed().keySet().stream().filter(String.class::isInstance).toList());
    assertThat(ran.restored()).hasSameSizeAs(ran.executed());
  }

  /** So many that they make a tree. */
  private static List<String> ofOneHash() {
    List<String> texts = List.of("");
    for (int i = 0; i < 5; i++) {
      texts = texts.stream().flatMap(text -> Stream.of(text + "Aa", text + "BB")).toList();
    }
    return texts;
  }

  @Test
  void anIterationGoesOnOverContainersWithAnOrderOfTheirOwn() {
    assertIterationGoesOn(() -> new LinkedHashMap<>(16, 0.75f, true));
    assertIterationGoesOn(() -> new TreeMap<>(new ByText()));
    assertIterationGoesOn(Sorted::new);
  }

  private void assertIterationGoesOn(Supplier<Map<Object, Object>> maker) {
    Map<Object, Object> executed = filled(maker.get(), 0, 3);
    var entry = runs.walk(executed);
    executed.replaceAll((key, value) -> value + "!");
    var snapshot = runs.encode(entry, null);
    Map<Object, Object> live = filled(maker.get(), 0, 3);
    Iterator<Object> open = live.values().iterator();
    open.next();

    runs.decode(snapshot, runs.walk(live)).apply();

    assertThat(open.next()).isEqualTo("1!");
    assertThat(open.next()).isEqualTo("2!");
  }

  @Test
  void aSortedSetOfTheApplicationKeepsItsComparator() {
    Ran<List<Object>> ran =
        runs.run(
            ArrayList::new,
            list -> {
              SortedNames names = new SortedNames();
              names.addAll(List.of("a", "b"));
              list.add(names);
              return null;
            });

    assertThat(((SortedNames) ran.restored().get(0)).comparator())
        .isSameAs(Comparator.reverseOrder());
    assertThat((SortedNames) ran.restored().get(0)).containsExactly("b", "a");
  }

  @Test
  void keysThatNobodyFindsAreRefused() {
    for (Supplier<Map<Object, Object>> maker :
        List.<Supplier<Map<Object, Object>>>of(
            HashMap::new,
            LinkedHashMap::new,
            Hashtable::new,
            Properties::new,
            ConcurrentHashMap::new)) {
      Map<Object, Object> map = maker.get();
      assertRefused(map, () -> changeAfterwards(map));
    }
    LinkedHashSet<Object> set = new LinkedHashSet<>();
    assertRefused(set, () -> changeAfterwards(set));
  }

  private static void changeAfterwards(Map<Object, Object> map) {
    Loose key = new Loose(1);
    map.put(key, "");
    key.id = 2;
  }

  private static void changeAfterwards(Collection<Object> set) {
    Loose key = new Loose(1);
    set.add(key);
    key.id = 2;
  }

  private void assertRefused(Object context, Runnable stage) {
    var entry = runs.walk(context);
    stage.run();

    assertThatThrownBy(() -> runs.encode(entry, null))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("do not change keys while they are in a map");
  }

  @Test
  void whatIsStaleAndUntouchedDoesNoHarm() {
    Supplier<List<Object>> inputs =
        () -> {
          Map<Object, Object> map = new HashMap<>();
          changeAfterwards(map);
          return new ArrayList<>(List.of(map));
        };

    assertThatCode(() -> runs.restored(inputs, list -> list.add("more")))
        .doesNotThrowAnyException();
  }

  @Test
  void noComparatorIsAskedForTheOrderThatWas() {
    Ran<List<Object>> ran =
        runs.run(
            ArrayList::new,
            list -> {
              Turning order = new Turning();
              list.add(order);
              Stream.of(new TreeSet<>(order), new PriorityQueue<>(order))
                  .forEach(
                      sorted -> {
                        sorted.addAll(List.of(5, 1, 4, 2, 3));
                        list.add(sorted);
                      });
              order.descending = true;
              return null;
            });

    assertThat(ran.restored().get(1)).hasToString(ran.executed().get(1).toString());
    assertThat(ran.restored().get(2)).hasToString(ran.executed().get(2).toString());
    assertThat(((TreeSet<?>) ran.restored().get(1)).comparator()).isSameAs(ran.restored().get(0));
  }

  @Test
  void aQueueOfThingsThatChangedStandsAsItStood() {
    Ran<PriorityQueue<Loose>> ran =
        runs.run(
            PriorityQueue::new,
            queue -> {
              Stream.of(3, 1, 2).map(Loose::new).forEach(queue::add);
              queue.peek().id = 9;
              return null;
            });

    assertThat(ran.restored().stream().map(loose -> loose.id)).containsExactly(9, 3, 2);
  }

  /** What it finds, and where the next one goes, comes from its shape and not from its order. */
  @Test
  void aTreeOutOfOrderTakesMoreWhereItWouldHave() {
    Ran<TreeSet<Loose>> ran =
        runs.run(
            TreeSet::new,
            set -> {
              IntStream.of(8, 3, 11, 1, 5, 9, 14, 4, 2).mapToObj(Loose::new).forEach(set::add);
              set.first().id = 12;
              return null;
            });

    for (int id : new int[] {6, 12, 1, 13, 10, 7}) {
      assertThat(ran.restored().add(new Loose(id))).isEqualTo(ran.executed().add(new Loose(id)));
    }
    assertThat(ids(ran.restored())).isEqualTo(ids(ran.executed()));
  }

  @Test
  void aTreeWhoseOrderTurnedTakesMoreWhereItWouldHave() {
    Ran<TreeMap<Integer, String>> ran =
        runs.run(
            () -> new TreeMap<>(new Turning()),
            map -> {
              IntStream.of(8, 3, 11, 1, 5, 9, 14, 4, 2).forEach(key -> map.put(key, ""));
              ((Turning) map.comparator()).descending = true;
              return null;
            });

    for (int key : new int[] {6, 12, 1, 13, 10, 7}) {
      ran.restored().put(key, "new");
      ran.executed().put(key, "new");
    }
    assertThat(ran.restored()).hasToString(ran.executed().toString());
  }

  private static List<Integer> ids(Collection<Loose> found) {
    return found.stream().map(loose -> loose.id).toList();
  }
}
