package dev.cairn.it.kinds.specimen;

import static dev.cairn.it.kinds.specimen.Specimen.same;
import static dev.cairn.it.kinds.specimen.Specimen.used;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Classes of the application. */
final class OwnKinds {

  private OwnKinds() {}

  static Stream<Specimen> all() {
    return Stream.of(records(), classes(), inner(), graphs(), containers(), throwables())
        .flatMap(kinds -> kinds);
  }

  /** A record that checks itself. */
  private record Range(int low, int high) {
    Range {
      if (low > high) {
        throw new IllegalArgumentException();
      }
    }
  }

  /** A record of any kind of thing. */
  record Pair<A, B>(A first, B second) {}

  /** A choice. */
  sealed interface Shape {
    /** One of it. */
    record Circle(double radius) implements Shape {}
  }

  private static Stream<Specimen> records() {
    return Stream.of(
        same("record", () -> new Pair<>("a", 1)),
        same("record, private and validated", () -> new Range(1, 2)),
        same("record without components", Nothing::new),
        same(
            "record, nested in itself",
            () -> new Pair<>(new Pair<>(1, 2), List.of(new Range(1, 2)))),
        same("record of a sealed interface", () -> new Shape.Circle(1.5)),
        used("record in its own content", OwnKinds::circle, OwnKinds::isCircle));
  }

  /** A record of nothing. */
  record Nothing() {}

  private static Object circle() {
    List<Object> list = new ArrayList<>();
    Pair<Object, Object> pair = new Pair<>("a", list);
    list.add(pair);
    return pair;
  }

  private static Object isCircle(Object pair) {
    return ((List<?>) ((Pair<?, ?>) pair).second()).get(0) == pair;
  }

  /** Everything that fields can be. */
  static class Base {
    private final String name;
    protected int count = 1;
    volatile @Nullable Object any;

    Base(String name) {
      this.name = name;
    }

    String says() {
      return name + count + any;
    }
  }

  /** A field of the same name as one above. */
  static final class Derived extends Base {
    private final String name = "derived";
    private final double[] values = {1, 2};

    Derived() {
      super("base");
      count = 7;
    }

    @Override
    String says() {
      return super.says() + name + values.length;
    }
  }

  private static Stream<Specimen> classes() {
    return Stream.of(
        used("object with final fields", () -> new Base("a"), base -> ((Base) base).says()),
        used("object of a subclass, names hidden", Derived::new, base -> ((Base) base).says()),
        used(
            "object of a generic class",
            () -> new Box<>(List.of("a")),
            box -> ((Box<?>) box).content),
        used("object with transient fields", Cached::new, cached -> ((Cached) cached).sum()));
  }

  /** Holds something. */
  static final class Box<T> {
    final T content;

    Box(T content) {
      this.content = content;
    }
  }

  /** Not written by Java's own serialization, and still its content. */
  static final class Cached {
    transient int[] cache = {1, 2};

    int sum() {
      return IntStream.of(cache).sum();
    }
  }

  private final class Inner {
    @Override
    public String toString() {
      return "inner of " + OwnKinds.this.getClass().getSimpleName();
    }
  }

  private static Stream<Specimen> inner() {
    return Stream.of(
        same("inner class", () -> new OwnKinds().new Inner()),
        same("anonymous class", () -> anonymous(3)),
        same("local class that captures", () -> local("captured")));
  }

  private static Object anonymous(int captured) {
    return new Object() {
      @Override
      public String toString() {
        return "anonymous " + captured;
      }
    };
  }

  private static Object local(String captured) {
    class Local {
      @Override
      public String toString() {
        return "local " + captured;
      }
    }
    return new Local();
  }

  /** A child knows its parent, and the parent's hash code needs the child. */
  static final class Parent {
    final Set<Child> children = new HashSet<>();
    final String name = "parent";
  }

  /** Its hash code needs the parent. */
  record Child(Parent parent, int number) {
    @Override
    public int hashCode() {
      return parent.name.hashCode() + number;
    }
  }

  /** One of a long chain. */
  static final class Link {
    @Nullable Link next;
  }

  private static Stream<Specimen> graphs() {
    return Stream.of(
        used("set of children whose hash code needs the parent", OwnKinds::family, OwnKinds::finds),
        used("chain of a hundred thousand", OwnKinds::chain, OwnKinds::length),
        used("one object in two places", OwnKinds::shared, OwnKinds::isShared));
  }

  private static Object family() {
    Parent parent = new Parent();
    IntStream.range(0, 9).forEach(i -> parent.children.add(new Child(parent, i)));
    return parent;
  }

  private static Object finds(Object object) {
    Parent parent = (Parent) object;
    return parent.children.contains(new Child(parent, 3));
  }

  private static Object chain() {
    Link link = new Link();
    for (int i = 1; i < 100_000; i++) {
      Link before = new Link();
      before.next = link;
      link = before;
    }
    return link;
  }

  private static Object length(Object first) {
    int length = 0;
    for (Link link = (Link) first; link != null; link = link.next) {
      length++;
    }
    return length;
  }

  private static Object shared() {
    Base base = new Base("shared");
    return new Pair<>(base, base);
  }

  private static Object isShared(Object pair) {
    return ((Pair<?, ?>) pair).first() == ((Pair<?, ?>) pair).second();
  }

  /** A list with a field, and an add that counts. */
  static final class Counting extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;
    int added;

    @Override
    public boolean add(Object element) {
      added++;
      return super.add(element);
    }
  }

  /** A cache that forgets what was not used for longest. */
  static final class Lru extends LinkedHashMap<String, Integer> {
    private static final long serialVersionUID = 1L;
    private final int most;

    Lru(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
      return size() > most;
    }
  }

  /** A list that is the reverse of another. */
  static final class Reversed extends AbstractList<Object> {
    private final List<Object> inner = new ArrayList<>(List.of(1, 2));

    @Override
    public Object get(int index) {
      return inner.get(inner.size() - 1 - index);
    }

    @Override
    public int size() {
      return inner.size();
    }
  }

  /** A map of its own. */
  static final class Upper extends AbstractMap<String, Integer> {
    private final Map<String, Integer> inner = new HashMap<>(Map.of("A", 1));

    @Override
    public Set<Entry<String, Integer>> entrySet() {
      return inner.entrySet();
    }
  }

  private static Stream<Specimen> containers() {
    return Stream.of(
        used(
            "subclass of ArrayList with a field",
            OwnKinds::counting,
            list -> ((Counting) list).added),
        used("subclass of LinkedHashMap that forgets", OwnKinds::lru, OwnKinds::forgets),
        same("implementation of AbstractList", Reversed::new),
        same("implementation of AbstractMap", Upper::new),
        used(
            "TreeSet with a comparator of its own",
            OwnKinds::byLength,
            set -> ((TreeSet<?>) set).first()),
        used("subclass of Random", Dice::new, dice -> ((Dice) dice).roll()));
  }

  /** Random with a word of its own. */
  static final class Dice extends Random {
    private static final long serialVersionUID = 1L;

    Dice() {
      super(5);
      nextInt();
    }

    int roll() {
      return 1 + nextInt(6);
    }
  }

  private static Object counting() {
    Counting list = new Counting();
    list.add("a");
    list.add("b");
    return list;
  }

  private static Object lru() {
    Lru map = new Lru(2);
    map.put("a", 1);
    map.put("b", 2);
    return map;
  }

  private static Object forgets(Object map) {
    Lru lru = (Lru) map;
    Object unused = lru.get("a");
    lru.put("c", 3);
    return List.of(lru.keySet(), String.valueOf(unused));
  }

  private static Object byLength() {
    Comparator<String> order = new WrapperKinds.ByLength();
    Set<String> set = new TreeSet<>(order);
    set.add("bb");
    set.add("a");
    return set;
  }

  /** An exception with a code. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;

    Failure(String message, int code) {
      super(message);
      this.code = code;
    }
  }

  private static Stream<Specimen> throwables() {
    return Stream.of(
        used("exception with causes and a code", OwnKinds::failure, OwnKinds::story),
        used(
            "exception of the JDK",
            () -> new IllegalStateException("state"),
            e -> ((Exception) e).getStackTrace().length > 0),
        used("error of the JDK", () -> new StackOverflowError(), e -> ((Error) e).getMessage()));
  }

  private static Object failure() {
    Failure failure = new Failure("outer", 3);
    failure.initCause(new Failure("inner", 4));
    failure.addSuppressed(new Failure("aside", 5));
    return failure;
  }

  private static Object story(Object thrown) {
    Failure failure = (Failure) thrown;
    Failure cause = (Failure) failure.getCause();
    return failure.getMessage()
        + failure.code
        + cause.getMessage()
        + cause.code
        + failure.getSuppressed()[0].getMessage()
        + failure.getStackTrace()[0].getMethodName();
  }
}
