package dev.cairn.it.crash.zoo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;

/** Maps and sets, whose orders of iteration come from their histories. */
@SuppressWarnings("SameNameButDifferent") // each animal has keys of its own
final class Maps {
  private Maps() {}

  static List<Animal> all() {
    return List.of(
        new Shrunken(),
        new Colliding(),
        new AccessOrdered(),
        new Sorted(),
        new Identities(),
        new Concurrent(),
        new Enums(),
        new KeysThatKnowTheirMap(),
        new KeptViews());
  }

  /** A table that is larger than its content asks for. */
  static final class Shrunken extends Animal {
    private final Map<String, Integer> map = new HashMap<>();
    private final Set<Long> set = new HashSet<>();

    @Override
    void grow() {
      for (int i = 0; i < 3000; i++) {
        map.put("key " + i, i);
        set.add(i * 31L << 20);
      }
      map.values().removeIf(i -> i % 300 != 7);
      set.removeIf(i -> i % 250 != 3);
    }

    @Override
    void change() {
      map.put("one more", 1);
      set.add(-1L);
      map.remove("key 7");
    }
  }

  /** Keys that share a bucket, which becomes a tree. */
  static final class Colliding extends Animal {
    private final Map<Key, Integer> map = new HashMap<>();

    record Key(int number) implements Comparable<Key> {
      @Override
      public int hashCode() {
        return number < 20 ? 7 : number;
      }

      @Override
      public boolean equals(Object other) {
        return other instanceof Key key && key.number == number;
      }

      @Override
      public int compareTo(Key other) {
        return Integer.compare(number, other.number);
      }
    }

    @Override
    void grow() {
      for (int i = 99; i >= 0; i--) {
        map.put(new Key(i * 7 % 100), i);
      }
    }

    @Override
    void change() {
      map.remove(new Key(3));
      map.remove(new Key(11));
      map.put(new Key(3), -3);
    }
  }

  /** A map whose order changes when it is read. */
  static final class AccessOrdered extends Animal {
    private final Map<String, String> map = new LinkedHashMap<>(16, 0.75f, true);

    @Override
    void grow() {
      for (String name : List.of("a", "b", "c", "d")) {
        map.put(name, name + name);
      }
    }

    @Override
    void change() {
      map.get("b");
    }

    @Override
    String behave() {
      map.get("a");
      return map.toString();
    }
  }

  /** Maps whose order is a program's. */
  static final class Sorted extends Animal {
    private final Map<String, Integer> reversed = new TreeMap<>(Comparator.reverseOrder());
    private final Map<String, Integer> byLength =
        new TreeMap<>(Comparator.comparing(String::length).thenComparing(text -> text));
    private Map<String, Integer> late;

    @Override
    void grow() {
      late = new TreeMap<>((left, right) -> right.charAt(0) - left.charAt(0));
      for (String text : List.of("pear", "fig", "apple", "quince")) {
        reversed.put(text, text.length());
        byLength.put(text, text.length());
        late.put(text, text.length());
      }
    }

    @Override
    void change() {
      reversed.put("kiwi", 0);
      byLength.remove("fig");
      late.put("zwetschge", 1);
    }

    @Override
    String behave() {
      late.put("banana", 2);
      byLength.put("fi", 3);
      return late + " " + byLength;
    }
  }

  /** Keys without an equality of their own: found by identity in every process. */
  static final class Identities extends Animal {
    private final List<Object> keys = new ArrayList<>();
    private final Map<Object, Integer> byHash = new HashMap<>();
    private final Map<Object, Integer> byIdentity = new IdentityHashMap<>();

    static final class Key {}

    @Override
    void grow() {
      for (int i = 0; i < 1; i++) {
        Key key = new Key();
        keys.add(key);
        byHash.put(key, i);
        byIdentity.put(key, i);
      }
    }

    @Override
    void change() {
      byHash.put(keys.get(0), 42);
      byIdentity.put(keys.get(0), 43);
    }

    @Override
    String behave() {
      return byHash.get(keys.get(0)) + " " + byIdentity.get(keys.get(0)) + " " + byHash.size();
    }
  }

  /** Maps for many threads. */
  static final class Concurrent extends Animal {
    private final Map<String, List<String>> hash = new ConcurrentHashMap<>();
    private final Map<Integer, String> list = new ConcurrentSkipListMap<>();

    @Override
    void grow() {
      for (int i = 0; i < 50; i++) {
        hash.put("key " + i, new ArrayList<>(List.of("value " + i)));
        list.put(i * 13 % 50, "v" + i);
      }
    }

    @Override
    void change() {
      hash.get("key 3").add("more");
      hash.remove("key 4");
      list.remove(7);
    }
  }

  /** Maps and sets of constants. */
  static final class Enums extends Animal {
    private final Map<TimeUnit, String> map = new EnumMap<>(TimeUnit.class);
    private Set<TimeUnit> set = Set.of();

    @Override
    void grow() {
      map.put(TimeUnit.DAYS, "d");
      map.put(TimeUnit.NANOSECONDS, "ns");
      set = EnumSet.range(TimeUnit.SECONDS, TimeUnit.HOURS);
    }

    @Override
    void change() {
      map.remove(TimeUnit.DAYS);
      set.add(TimeUnit.DAYS);
    }
  }

  /** Keys that cannot be hashed before their fields are there, and that lead back to the map. */
  static final class KeysThatKnowTheirMap extends Animal {
    private final Map<Key, Key> map = new HashMap<>();

    static final class Key {
      private final Map<Key, Key> home;
      private final String name;
      private Key other;

      Key(Map<Key, Key> home, String name) {
        this.home = home;
        this.name = name;
      }

      @Override
      public boolean equals(Object other) {
        return other instanceof Key key && key.name.equals(name) && key.home == home;
      }

      @Override
      public int hashCode() {
        return name.hashCode();
      }
    }

    @Override
    void grow() {
      Key first = new Key(map, "first");
      Key second = new Key(map, "second");
      first.other = second;
      second.other = first;
      map.put(first, second);
      map.put(second, second);
    }

    @Override
    void change() {
      Key third = new Key(map, "third");
      third.other = map.get(new Key(map, "first"));
      map.put(third, third);
    }

    @Override
    String behave() {
      return String.valueOf(map.get(new Key(map, "third")).other.name);
    }
  }

  /** Parts of a map that are kept beside it. */
  static final class KeptViews extends Animal {
    private final Map<String, Integer> map = new TreeMap<>(Map.of("a", 1, "b", 2, "c", 3));
    private Set<String> keys = Set.of();
    private Map.Entry<String, Integer> entry;

    @Override
    void grow() {
      keys = map.keySet();
      entry = map.entrySet().iterator().next();
    }

    @Override
    void change() {
      keys.remove("b");
      entry.setValue(100);
    }

    @Override
    String behave() {
      keys.remove("c");
      entry.setValue(entry.getValue() + 1);
      return map + " " + entry + " " + keys;
    }
  }
}
