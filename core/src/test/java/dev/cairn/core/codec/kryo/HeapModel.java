package dev.cairn.core.codec.kryo;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Classes as applications write them. */
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
}
