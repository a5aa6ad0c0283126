package dev.cairn.core.codec.kryo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.graph.WalkedGraph;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a restore in place could break, and does not. */
@SuppressWarnings("JdkObsolete") // old containers are what is tested
class InPlaceEdgesTest {
  private final StageRuns runs = StageRuns.trusting();

  /** A state that is changed in part. */
  static final class Part {
    final @Nullable Object fixed;
    @Nullable Object first;
    @Nullable Object second;
    @Nullable Object third;

    Part(@Nullable Object fixed) {
      this.fixed = fixed;
    }
  }

  private <T> void restore(Supplier<T> inputs, Consumer<T> stage, T live) {
    T executed = inputs.get();
    WalkedGraph entry = runs.walk(executed);
    stage.accept(executed);
    EncodedSnapshot snapshot = runs.encode(entry, null);
    runs.decode(snapshot, runs.walk(live)).apply();
  }

  private static Part part(String first, Object second) {
    Part part = new Part(null);
    part.first = first;
    part.second = second;
    return part;
  }

  @Test
  void valuesThatDidNotChangeStayTheVeryObjects() {
    String name = new StringBuilder("name").toString();
    Part live = part(name, new ArrayList<>(Arrays.asList(name, 1000, "x")));

    restore(
        () -> part("name", new ArrayList<>(Arrays.asList("name", 1000, "x"))),
        part -> {
          part.third = "changed";
          list(part).set(2, "y");
        },
        live);

    assertThat(live.third).isEqualTo("changed");
    assertThat(live.first).isSameAs(name);
    assertThat(list(live)).containsExactly("name", 1000, "y").first().isSameAs(name);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Part part) {
    return (List<Object>) Objects.requireNonNull(part.second);
  }

  @Test
  void valuesThatAreEqualAndNotTheSameAreWritten() {
    Part live = part("x", URI.create("http://HOST/"));
    Map<Object, Object> map = new LinkedHashMap<>(Map.of(URI.create("http://HOST/"), 1));
    live.first = map;

    restore(
        () -> {
          Part part = part("x", URI.create("http://HOST/"));
          part.first = new LinkedHashMap<>(Map.of(URI.create("http://HOST/"), 1));
          return part;
        },
        part -> {
          part.second = URI.create("http://host/");
          Map<Object, Object> uris = map(part);
          uris.clear();
          uris.put(URI.create("http://host/"), 1);
        },
        live);

    assertThat(live.second).hasToString("http://host/");
    assertThat(map.keySet().iterator().next()).hasToString("http://host/");
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> map(Part part) {
    return (Map<Object, Object>) Objects.requireNonNull(part.first);
  }

  static final class Site {
    private URI address = URI.create("http://HOST/");

    void lower() {
      address = URI.create("http://host/");
    }
  }

  @Test
  void aFieldOfTheReceiverThatIsEqualAndNotTheSameIsWritten() {
    Site executed = new Site();
    WalkedGraph entry = runs.walker.walk(runs.frameOf(executed, "lower"));
    executed.lower();
    EncodedSnapshot snapshot = runs.encode(entry, null);
    Site live = new Site();

    runs.decode(snapshot, runs.walker.walk(runs.frameOf(live, "lower"))).apply();

    assertThat(live.address).hasToString("http://host/");
  }

  private static Collection<Object> collection(String type) {
    return switch (type) {
      case "ArrayList" -> new ArrayList<>();
      case "LinkedList" -> new LinkedList<>();
      case "Vector" -> new Vector<>();
      case "CopyOnWriteArrayList" -> new CopyOnWriteArrayList<>();
      case "ArrayDeque" -> new ArrayDeque<>();
      default -> new PriorityQueue<>();
    };
  }

  private static Part filled(String type) {
    Part part = new Part(null);
    Collection<Object> elements = collection(type);
    elements.addAll(List.of("a", "b", "c"));
    part.first = elements;
    return part;
  }

  @SuppressWarnings("unchecked")
  private static Collection<Object> elements(Part part) {
    return (Collection<Object>) Objects.requireNonNull(part.first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ArrayList", "LinkedList", "Vector", "CopyOnWriteArrayList"})
  void anOpenIterationGoesOnWhereElementsAreReplaced(String type) {
    Part live = filled(type);
    Iterator<Object> open = elements(live).iterator();
    open.next();

    restore(
        () -> filled(type), part -> ((List<Object>) elements(part)).replaceAll(e -> e + "!"), live);

    String second = type.startsWith("CopyOnWrite") ? "b" : "b!";
    assertThat(open.next()).isEqualTo(second);
    assertThat(elements(live)).containsExactly("a!", "b!", "c!");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ArrayList",
        "LinkedList",
        "Vector",
        "CopyOnWriteArrayList",
        "ArrayDeque",
        "PriorityQueue"
      })
  void containersGrowShrinkAndEmptyInPlace(String type) {
    Part grown = filled(type);
    Part shrunk = filled(type);
    Part emptied = filled(type);
    Collection<Object> held = elements(grown);

    restore(() -> filled(type), part -> elements(part).add("d"), grown);
    restore(() -> filled(type), part -> elements(part).remove("b"), shrunk);
    restore(() -> filled(type), part -> elements(part).clear(), emptied);

    assertThat(grown.first).isSameAs(held);
    assertThat(held).containsExactly("a", "b", "c", "d");
    assertThat(elements(shrunk)).containsExactly("a", "c");
    assertThat(elements(emptied)).isEmpty();
  }

  private static Map<Object, Object> map(String type) {
    return switch (type) {
      case "HashMap" -> new HashMap<>();
      case "LinkedHashMap" -> new LinkedHashMap<>();
      case "TreeMap" -> new TreeMap<>();
      case "ConcurrentHashMap" -> new ConcurrentHashMap<>();
      default -> new LinkedHashMap<>(16, 0.75f, true);
    };
  }

  private static Part mapped(String type) {
    Part part = new Part(null);
    Map<Object, Object> map = map(type);
    map.putAll(new TreeMap<>(Map.of("a", 1, "b", 2, "c", 3)));
    part.first = map;
    return part;
  }

  @ParameterizedTest
  @ValueSource(strings = {"HashMap", "LinkedHashMap", "TreeMap", "ConcurrentHashMap", "by access"})
  void anOpenIterationGoesOnWhereValuesOfAMapAreReplaced(String type) {
    Part live = mapped(type);
    Iterator<Map.Entry<Object, Object>> open = map(live).entrySet().iterator();
    open.next();

    restore(() -> mapped(type), part -> map(part).replaceAll((k, v) -> v + "!"), live);

    assertThat(open.next().getKey()).isEqualTo("b");
    assertThat(open.next().getKey()).isEqualTo("c");
    assertThat(map(live)).hasToString("{a=1!, b=2!, c=3!}");
  }

  /** A key by identity, as most objects of applications would be. */
  static final class Id {
    final int number;
    int changed;

    Id(int number) {
      this.number = number;
    }
  }

  private static Part identified(boolean identityMap) {
    Part part = new Part(null);
    Map<Object, Object> map = identityMap ? new IdentityHashMap<>() : new HashMap<>();
    for (int i = 0; i < 20; i++) {
      map.put(new Id(i), "value " + i);
    }
    part.first = map;
    return part;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anOpenIterationGoesOnWhereKeysAreHashedByIdentity(boolean identityMap) {
    Part live = identified(identityMap);
    Iterator<Map.Entry<Object, Object>> open = map(live).entrySet().iterator();
    open.next();

    restore(() -> identified(identityMap), part -> map(part).replaceAll((k, v) -> v + "!"), live);

    assertThat(open.next().getValue()).asString().endsWith("!");
    map(live).forEach((k, v) -> assertThat(v).isEqualTo("value " + ((Id) k).number + "!"));
  }

  @Test
  void whatMovesFromOneParentToAnotherStaysTheObject() {
    Part live = new Part(new Part(new Id(1)));
    Part inner = (Part) Objects.requireNonNull(live.fixed);
    inner.first = new ArrayList<>(List.of(new Id(2)));
    Object moved = ((List<?>) inner.first).get(0);

    restore(
        () -> {
          Part part = new Part(new Part(new Id(1)));
          ((Part) Objects.requireNonNull(part.fixed)).first = new ArrayList<>(List.of(new Id(2)));
          return part;
        },
        part -> {
          Part from = (Part) Objects.requireNonNull(part.fixed);
          part.first = elements(from).iterator().next();
          elements(from).clear();
          from.second = part;
        },
        live);

    assertThat(live.first).isSameAs(moved);
    assertThat((List<?>) inner.first).isEmpty();
    assertThat(inner.second).isSameAs(live);
  }

  record Holder(List<Object> items, int[] numbers) {}

  @Test
  void whatARecordHoldsIsWrittenInPlace() {
    Part live = new Part(new Holder(new ArrayList<>(), new int[2]));
    Holder holder = (Holder) Objects.requireNonNull(live.fixed);
    List<Object> items = holder.items();

    restore(
        () -> new Part(new Holder(new ArrayList<>(), new int[2])),
        part -> {
          Holder changed = (Holder) Objects.requireNonNull(part.fixed);
          changed.items().add("new");
          changed.numbers()[1] = 7;
        },
        live);

    assertThat(live.fixed).isSameAs(holder);
    assertThat(items).containsExactly("new");
    assertThat(holder.numbers()).containsExactly(0, 7);
  }

  @Test
  void anArrayThatIsReplacedByALongerOneIsANewOne() {
    int[] old = {1, 2};
    Part live = part("x", old);

    restore(() -> part("x", new int[] {1, 2}), part -> part.second = new int[] {1, 2, 3}, live);

    assertThat((int[]) live.second).containsExactly(1, 2, 3).isNotSameAs(old);
    assertThat(old).containsExactly(1, 2);
  }

  @Test
  void anObjectThatAnotherThreadHasLockedIsWrittenNevertheless() throws InterruptedException {
    Part live = part("x", new ArrayList<>());
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Thread holder = new Thread(() -> hold(live, locked, done), "holder");
    holder.start();
    locked.await();

    restore(() -> part("x", new ArrayList<>()), part -> part.first = "y", live);
    done.countDown();
    holder.join();

    assertThat(live.first).isEqualTo("y");
  }

  private static void hold(Object lock, CountDownLatch locked, CountDownLatch done) {
    synchronized (lock) {
      locked.countDown();
      try {
        done.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
