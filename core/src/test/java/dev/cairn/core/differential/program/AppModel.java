package dev.cairn.core.differential.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Classes as applications write them: what random heaps are made of. */
public final class AppModel {

  private AppModel() {}

  public enum Colour {
    RED,
    GREEN {
      @Override
      String shade() {
        return "dark";
      }
    },
    BLUE;

    String shade() {
      return "light";
    }
  }

  public abstract static class Base {
    public int count;
    long total;
    public @Nullable Object any;
  }

  /** Final fields, all primitives, a field hidden by another of its name. */
  public static class Node extends Base {
    final String name;
    boolean flag;
    byte small;
    char letter;
    short number;
    float ratio;
    double amount;
    @Nullable Node next;

    @SuppressWarnings("HidingField") // two fields of one name are what is tested
    public @Nullable Object any;

    @Nullable Colour colour;
    public @Nullable List<Object> items;
    @Nullable Map<Object, Object> index;
    Object @Nullable [] array;
    @Nullable CharSequence text;

    Node(String name) {
      this.name = name;
    }
  }

  /** A subclass that adds a field of its own, and a final reference. */
  public static final class Leaf extends Node {
    final @Nullable Object fixed;
    @Nullable Integer boxed;

    Leaf(String name, @Nullable Object fixed) {
      super(name);
      this.fixed = fixed;
    }
  }

  public record Point(int x, double y, @Nullable String label) {}

  public record Pair(@Nullable Object left, @Nullable Object right) {
    public Pair {
      if (left == null && right == null) {
        throw new IllegalArgumentException("an empty pair");
      }
    }
  }

  /** A key whose hash comes from a field; many share a hash. */
  public static final class Badge {
    public final int id;
    public @Nullable Object payload;

    public Badge(int id) {
      this.id = id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Badge key && key.id == id;
    }

    @Override
    public int hashCode() {
      return id % 16;
    }

    @Override
    public String toString() {
      return "key " + id;
    }
  }

  /** A key whose hash and order change with it: programs with such are broken, yet they exist. */
  public static final class Loose {
    public int id;

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
    public String toString() {
      return "loose " + id;
    }
  }

  /** A key with the worst of hashes. */
  public record Crowded(int id) {
    @Override
    public int hashCode() {
      return 1;
    }
  }

  public static final class TaggedList extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;
    @Nullable Object owner;
    int adds;

    @Override
    public boolean add(@Nullable Object element) {
      adds++;
      return super.add(element);
    }
  }

  /** Forgets what was used least recently. */
  public static final class Recent extends LinkedHashMap<Object, Object> {
    private static final long serialVersionUID = 1L;
    int limit;

    Recent(int limit) {
      super(16, 0.75f, true);
      this.limit = limit;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
      return size() > limit;
    }
  }

  public static final class Tally extends HashMap<Object, Object> {
    private static final long serialVersionUID = 1L;
    int puts;
    @Nullable Object last;

    @Override
    public @Nullable Object put(@Nullable Object key, @Nullable Object value) {
      puts++;
      last = key;
      return super.put(key, value);
    }
  }

  public static final class NamedSet extends HashSet<Object> {
    private static final long serialVersionUID = 1L;
    String name = "set";
    @Nullable Object owner;
  }

  public static final class Register extends TreeMap<Object, Object> {
    private static final long serialVersionUID = 1L;
    @Nullable Object owner;

    Register(Comparator<Object> order) {
      super(order);
    }
  }

  /** A comparator that is an object like any other, with state. */
  public static final class ByText implements Comparator<Object> {
    @Nullable Object memo;
    boolean descending;
    public boolean turned;

    @Override
    public int compare(Object a, Object b) {
      int order = a.toString().compareTo(b.toString());
      return descending ? -order : order;
    }
  }

  public static final class Outer {
    int value;
    @Nullable Object held;

    final class Inner {
      int seen;
      @Nullable Object other;

      int sum() {
        return value + seen;
      }
    }

    IntSupplier anonymous(int captured, @Nullable Object kept) {
      return new IntSupplier() {
        private final int first = captured;

        @Override
        public int getAsInt() {
          return first + captured + value + (kept == null ? 0 : 1);
        }
      };
    }

    IntSupplier local(@Nullable Object kept) {
      final class Local implements IntSupplier {
        private @Nullable Object mine = kept;

        @Override
        public int getAsInt() {
          return mine == kept ? value : -value;
        }
      }

      return new Local();
    }
  }

  public static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    int code;
    transient @Nullable Object detail;

    Failure(String message, int code) {
      super(message);
      this.code = code;
      setStackTrace(
          new StackTraceElement[] {new StackTraceElement("Type", "method", "File", code)});
    }
  }

  /** Held by a constant of its own class: its identity is all. */
  public static final class Single {
    static final Single INSTANCE = new Single();

    private final int weight = 7;

    int weight() {
      return weight;
    }
  }

  /** Held by constants of another class. */
  public static final class Setting {
    private final String text;

    Setting(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** The other class. */
  public static final class Registry {
    static final Setting FALLBACK = new Setting("fallback");
    static final Object NONE = new Object();
    static final List<Setting> ALL = List.of(new Setting("one"), new Setting("two"));

    private Registry() {}
  }

  /** The receiver of the stage. */
  public static final class Desk {
    static final Object NOTHING = new Object();

    public int count;
    public @Nullable Object top;
    public @Nullable Node first;
    public @Nullable List<Object> papers;
    @Nullable Object idle;

    /** What the fields that count are found from: it reads and assigns all but one. */
    @Nullable Object work(
        @Nullable Object one, @Nullable Object two, @Nullable Object three, Desk model) {
      count = model.count;
      top = model.top;
      first = model.first;
      papers = model.papers;
      return count == 0 ? one : two == null ? three : papers;
    }
  }
}
