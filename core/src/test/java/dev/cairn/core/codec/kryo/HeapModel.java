package dev.cairn.core.codec.kryo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Classes as applications write them, of which generated heaps consist. */
final class HeapModel {

  private HeapModel() {}

  enum Colour {
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

  static class Base {
    int count;
    long total;
    @Nullable Object any;
  }

  /** No no-argument constructor, a final field, a field hidden by the subclass. */
  static class Node extends Base {
    final String name;
    boolean flag;
    byte small;
    char letter;
    short number;
    float ratio;
    double amount;
    @Nullable Node next;

    @SuppressWarnings("HidingField") // two fields of one name are what is tested
    @Nullable Object any;

    @Nullable Colour colour;
    @Nullable List<Object> items;
    @Nullable Map<Object, Object> index;
    Object @Nullable [] array;

    Node(String name) {
      this.name = Objects.requireNonNull(name);
    }
  }

  record Point(int x, double y, @Nullable String label) {}

  record Pair(@Nullable Object left, @Nullable Object right) {
    Pair {
      if (left == null && right == null) {
        throw new IllegalArgumentException("an empty pair");
      }
    }
  }

  /** A key whose hash comes from a field. */
  static final class Key {
    final int id;
    @Nullable Object payload;

    Key(int id) {
      this.id = id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.id == id;
    }

    @Override
    public int hashCode() {
      return id * 31;
    }

    @Override
    public String toString() {
      return "key " + id;
    }
  }

  static final class TaggedList extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;
    @Nullable String tag;
    @Nullable Object owner;
    int adds;

    @Override
    public boolean add(Object element) {
      adds++;
      return super.add(element);
    }
  }

  static final class Recent extends LinkedHashMap<Object, Object> {
    private static final long serialVersionUID = 1L;
    final int limit;

    Recent(int limit) {
      super(16, 0.75f, true);
      this.limit = limit;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
      return size() > limit;
    }
  }

  static final class ByText implements Comparator<Object> {
    @Nullable Object memo;

    @Override
    public int compare(Object a, Object b) {
      return a.toString().compareTo(b.toString());
    }
  }

  static final class Outer {
    int value;

    final class Inner {
      int seen;

      int sum() {
        return value + seen;
      }
    }

    Object anonymous(int captured, Object held) {
      return new Object() {
        int calls = captured;

        @Override
        public String toString() {
          return calls + " " + captured + " " + value + " " + (held != null);
        }
      };
    }
  }

  static final class Failure extends RuntimeException {
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
}
