package dev.cairn.core.graph.jdk.container;

import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.reflect.Access;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps. */
final class MapKind extends ContainerKind {
  private final MapCalls calls;
  private final Likeness likeness;
  private final boolean hashed;
  private final boolean byIdentity;

  MapKind(Class<?> type, Base base, Access access, Likeness likeness)
      throws ReflectiveOperationException {
    super(type, base, access);
    this.likeness = likeness;
    this.hashed = base.type() == HashMap.class;
    this.byIdentity = base.type() == IdentityHashMap.class;
    this.calls = isOwn(type) ? Specials.ofMap(access, base.type()) : new MapCalls.Plain();
  }

  @Override
  void visitBody(Object object, ContentSink sink) {
    if (isConcurrent()) {
      visitSnapshot(object, sink);
      return;
    }
    int size = calls.size(object);
    sink.body(size);
    Iterator<? extends Map.Entry<?, ?>> entries = calls.iterator(object);
    for (int i = 0; i < size; i++) {
      Map.Entry<?, ?> entry = entries.next();
      sink.element(entry.getKey());
      sink.element(entry.getValue());
    }
    if (entries.hasNext()) {
      throw new ConcurrentModificationException("grew while it was read");
    }
  }

  /** Its size may change while it is read: what is told is what was found. */
  private void visitSnapshot(Object object, ContentSink sink) {
    List<@Nullable Object> found =
        traits().ordered() ? entries(object) : WeakReading.distinct(() -> entries(object), 2);
    sink.body(found.size() / 2);
    found.forEach(sink::element);
  }

  private List<@Nullable Object> entries(Object object) {
    List<@Nullable Object> found = new ArrayList<>();
    calls
        .iterator(object)
        .forEachRemaining(
            entry -> {
              found.add(entry.getKey());
              found.add(entry.getValue());
            });
    return found;
  }

  @Override
  void assignBody(Object object, Content content) {
    @Nullable Object[] pairs = content.elements();
    if (!hasSlotsOf(object, content)
        || calls.size(object) * 2 != pairs.length
        || (mayLoseElements() && !findsItsKeys(object))) {
      refill(object, content);
    } else if (hasKeys(object, pairs)) {
      setEach(object, pairs);
    } else {
      arranged(object, pairs)
          .ifPresentOrElse(
              inLiveOrder -> setEach(object, inLiveOrder), () -> refill(object, content));
    }
  }

  private Optional<@Nullable Object[]> arranged(Object object, @Nullable Object[] pairs) {
    if (traits().ordered()) {
      return Optional.empty();
    }
    List<@Nullable Object> live = new ArrayList<>(pairs.length / 2);
    calls.iterator(object).forEachRemaining(entry -> live.add(entry.getKey()));
    return live.size() * 2 == pairs.length
        ? likeness.freeKeys(byIdentity).arranged(live, pairs)
        : Optional.empty();
  }

  private boolean hasKeys(Object object, @Nullable Object[] pairs) {
    Iterator<? extends Map.Entry<?, ?>> live = calls.iterator(object);
    for (int i = 0; i < pairs.length; i += 2) {
      if (!live.hasNext() || !likeness.alike(live.next().getKey(), pairs[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean findsItsKeys(Object map) {
    Iterator<? extends Map.Entry<?, ?>> live = calls.iterator(map);
    while (live.hasNext()) {
      if (!((Map<?, ?>) map).containsKey(live.next().getKey())) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("unchecked")
  private void setEach(Object object, @Nullable Object[] pairs) {
    Iterator<? extends Map.Entry<?, ?>> live = calls.iterator(object);
    for (int i = 0; i < pairs.length; i += 2) {
      Map.Entry<?, @Nullable Object> entry = (Map.Entry<?, @Nullable Object>) live.next();
      if (entry.getValue() == pairs[i + 1]) {
        continue;
      }
      if (traits().settable()) {
        entry.setValue(pairs[i + 1]);
      } else {
        calls.put(object, pairs[i], pairs[i + 1]);
      }
    }
  }

  private void refill(Object object, Content content) {
    @Nullable Object[] pairs = content.elements();
    calls.clear(object);
    prepare(object, content);
    fill(object, () -> putAll(object, pairs));
    if (calls.size(object) * 2 != pairs.length) {
      throw new IllegalStateException("keys that were different are equal now");
    }
    settle(object, content);
  }

  private void putAll(Object object, @Nullable Object[] pairs) {
    for (int i = 2; i < pairs.length; i += 2) {
      int at = place(i - 2, pairs.length);
      calls.put(object, pairs[at], pairs[at + 1]);
    }
    if (pairs.length > 0) {
      int at = place(pairs.length - 2, pairs.length);
      calls.putLast(object, pairs[at], pairs[at + 1]);
    }
  }

  /**
   * Which entry is put at a turn, to come out in the recorded order. What {@link MapCalls#putLast}
   * puts stands before what a hash map has in the same chain: the first entry of all has to be it.
   */
  private int place(int turn, int length) {
    if (traits().reversed()) {
      return length - 2 - turn;
    }
    return hashed ? (turn + 2) % length : turn;
  }
}
