package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.codec.kryo.read.ContentReader.Pending;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.NodeKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects, those first that others need to be made at all: a comparator before its map, the
 * elements before an immutable list. Never recursive in depth.
 */
final class Creation {
  private final @Nullable Object[] made;
  private final @Nullable Content[] contents;
  private final @Nullable NodeKind[] kinds;
  private final boolean[] open;
  private final int first;
  private final Content nothing = new Content(Layout.of("").build());

  /**
   * A creation of so many objects.
   *
   * @param first the number of the first of them
   */
  Creation(int first, int count) {
    this.first = first;
    this.made = new @Nullable Object[count];
    this.contents = new @Nullable Content[count];
    this.kinds = new @Nullable NodeKind[count];
    this.open = new boolean[count];
  }

  /** Adds an object that needs nothing to be made. */
  void add(int number, NodeKind kind) {
    int at = number - first;
    kinds[at] = kind;
    create(at, kind, nothing);
  }

  /** Adds an object with what is needed to make it; makes it at once if it can. */
  void add(int number, NodeKind kind, Content content) {
    int at = number - first;
    kinds[at] = kind;
    contents[at] = content;
    if (pending(content).isEmpty()) {
      make(at);
    }
  }

  /** Takes an object that is there already. */
  void put(int number, Object object) {
    made[number - first] = object;
  }

  /** The object with a number, or a stand-in until it is made. */
  Object get(int number) {
    int at = number - first;
    if (at < 0 || at >= made.length) {
      throw new CodecException(
          "snapshot", "Cannot decode the snapshot; it has no object " + number);
    }
    Object object = made[at];
    return object == null ? new Pending(number) : object;
  }

  NodeKind kind(int number) {
    return Objects.requireNonNull(kinds[number - first]);
  }

  /** What an object was made from, to be completed. */
  Optional<Content> content(int number) {
    return Optional.ofNullable(contents[number - first]);
  }

  /** Drops what an object was made from. */
  void forget(int number) {
    contents[number - first] = null;
  }

  /** Makes what could not be made at once. */
  void finish() {
    for (int at = 0; at < made.length; at++) {
      if (made[at] == null && kinds[at] != null) {
        finish(at);
      }
    }
  }

  private void finish(int start) {
    Deque<Integer> stack = new ArrayDeque<>();
    stack.push(start);
    while (!stack.isEmpty()) {
      int at = stack.peek();
      if (made[at] != null) {
        stack.pop();
        continue;
      }
      List<Integer> missing = missing(at);
      if (missing.isEmpty()) {
        make(at);
        stack.pop();
      } else if (open[at]) {
        throw new CodecException(
            "snapshot",
            "Cannot decode the snapshot; object " + (first + at) + " is needed to make itself");
      } else {
        open[at] = true;
        missing.forEach(stack::push);
      }
    }
  }

  private List<Integer> missing(int at) {
    List<Integer> missing = new ArrayList<>();
    for (Pending pending : pending(Objects.requireNonNull(contents[at]))) {
      int needed = pending.number() - first;
      if (made[needed] == null) {
        missing.add(needed);
      }
    }
    return missing;
  }

  private void make(int at) {
    NodeKind kind = Objects.requireNonNull(kinds[at]);
    Content content = Objects.requireNonNull(contents[at]);
    content.replace(value -> value instanceof Pending p ? get(p.number()) : value);
    ContentReader.checkMade(content);
    create(at, kind, content);
  }

  private void create(int at, NodeKind kind, Content content) {
    try {
      made[at] = kind.create(content);
    } catch (RuntimeException | LinkageError e) {
      throw new CodecException(
          kind.type().getName(),
          "Cannot decode the snapshot; no " + kind.type().getName() + " can be made: " + e,
          e);
    }
  }

  private static List<Pending> pending(Content content) {
    List<Pending> pending = new ArrayList<>();
    content.replace(
        value -> {
          if (value instanceof Pending p) {
            pending.add(p);
          }
          return value;
        });
    return pending;
  }
}
