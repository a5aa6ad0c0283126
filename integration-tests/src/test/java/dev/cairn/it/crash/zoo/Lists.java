package dev.cairn.it.crash.zoo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Vector;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** Lists, queues and arrays, and what looks into them. */
final class Lists {
  private Lists() {}

  static List<Animal> all() {
    return List.of(
        new Queues(),
        new Views(),
        new Immutables(),
        new Cycles(),
        new OwnLists(),
        new Arrays2(),
        new LongChain());
  }

  /** Queues with and without an order of their own. */
  static final class Queues extends Animal {
    private final Queue<Integer> heap = new PriorityQueue<>(Comparator.reverseOrder());
    private final Deque<String> deque = new ArrayDeque<>();
    private final Queue<String> linked = new LinkedList<>();
    private final Queue<String> concurrent = new ConcurrentLinkedQueue<>();
    private final Queue<String> bounded = new LinkedBlockingQueue<>(5);
    private final BitSet bits = new BitSet();

    @Override
    void grow() {
      for (int i : new int[] {5, 1, 9, 3, 7, 7, 2}) {
        heap.add(i);
        deque.addFirst("first " + i);
        deque.addLast("last " + i);
        linked.add("l" + i);
        concurrent.add("c" + i);
        bounded.offer("b" + i);
        bits.set(i * 10);
      }
    }

    @Override
    void change() {
      heap.poll();
      deque.pollLast();
      linked.remove();
      concurrent.remove("c3");
      bounded.poll();
      bits.clear(10);
    }

    @Override
    String behave() {
      return heap.poll() + " " + bounded.offer("x") + bounded.offer("y") + bits.cardinality();
    }
  }

  /** Lists that show another list or array, and stay so. */
  static final class Views extends Animal {
    private final List<String> list = new ArrayList<>(List.of("a", "b", "c", "d"));
    private final String[] array = {"x", "y"};
    private List<String> readOnly = List.of();
    private List<String> locked = List.of();
    private List<String> ofArray = List.of();
    private List<String> part = List.of();

    @Override
    void grow() {
      readOnly = Collections.unmodifiableList(list);
      locked = Collections.synchronizedList(list);
      ofArray = Arrays.asList(array);
      part = list.subList(1, 3);
    }

    @Override
    void change() {
      part.set(0, "B");
      ofArray.set(1, "Y");
      locked.set(3, "D");
    }

    @Override
    String behave() {
      part.set(1, "C");
      array[0] = "X";
      return list + " " + readOnly + " " + locked + " " + ofArray + " " + part;
    }
  }

  /** Lists that never change, with elements that do. */
  static final class Immutables extends Animal {
    private List<StringBuilder> of = List.of();
    private List<StringBuilder> copies = List.of();
    private List<String> empty = new ArrayList<>();
    private List<StringBuilder> single = List.of();

    @Override
    void grow() {
      StringBuilder text = new StringBuilder("text");
      of = List.of(text, new StringBuilder("other"));
      copies = Collections.nCopies(3, text);
      single = Collections.singletonList(text);
      empty = Collections.emptyList();
    }

    @Override
    void change() {
      of.get(0).append(" changed");
    }

    @Override
    String behave() {
      return single.get(0).append("!") + " " + copies + (empty == Collections.<String>emptyList());
    }
  }

  /** Things that contain themselves. */
  static final class Cycles extends Animal {
    private final Object[] array = new Object[2];
    private final List<Object> list = new ArrayList<>();

    @Override
    void grow() {
      array[0] = array;
      array[1] = list;
      list.add(list);
      list.add(this);
    }

    @Override
    void change() {
      list.add(array);
      array[1] = array;
    }

    @Override
    String behave() {
      return "" + (array[0] == array) + (list.get(0) == list) + (list.get(1) == this);
    }
  }

  /** Lists with methods and fields of their own. */
  static final class OwnLists extends Animal {
    private Counting list = new Counting();
    private Vector<String> vector = new Vector<>();
    private List<String> safe = List.of();

    /** Counts what is added, so that whoever fills it by adding is found out. */
    static final class Counting extends ArrayList<String> {
      private static final long serialVersionUID = 1L;
      private int added;

      @Override
      public boolean add(String text) {
        added++;
        return super.add(text);
      }
    }

    @Override
    void grow() {
      list.add("one");
      list.add("two");
      list.remove("one");
      vector.add("v");
      safe = new CopyOnWriteArrayList<>(List.of("s", "t"));
    }

    @Override
    void change() {
      Counting other = new Counting();
      other.add("three");
      other.addAll(list);
      list = other;
      safe.add("u");
    }

    @Override
    String behave() {
      return list.added + " " + list;
    }
  }

  /** Arrays of arrays that share rows. */
  static final class Arrays2 extends Animal {
    private int[][] grid = {};
    private Object rows = "none";
    private char[] letters = {'a', '\ud800', '\u0000'};
    private double[] numbers = {
      0.0, -0.0, Double.NaN, Double.longBitsToDouble(0x7ff8000000000123L)
    };

    @Override
    void grow() {
      int[] shared = {1, 2, 3};
      grid = new int[][] {shared, {4}, shared, null, {}};
      rows = grid;
    }

    @Override
    void change() {
      grid[0][1] = 20;
      grid[4] = grid[1];
      letters[0]++;
      numbers[0] = -0.0;
    }

    @Override
    String behave() {
      grid[2][0] = 7;
      return Arrays.deepToString((Object[]) rows) + (int) letters[1];
    }
  }

  /** A chain that is longer than any stack is deep. */
  static final class LongChain extends Animal {
    private Link first;

    static final class Link {
      private Link next;

      @SuppressWarnings("unused") // Cairn reads it
      private int number;
    }

    @Override
    void grow() {
      for (int i = 0; i < 30_000; i++) {
        Link link = new Link();
        link.number = i;
        link.next = first;
        first = link;
      }
    }

    @Override
    void change() {
      first.next.next = first.next.next.next;
      first.number = -1;
    }
  }
}
