package dev.cairn.core.graph.jdk.container;

import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.reflect.Access;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists, sets and queues. */
final class CollectionKind extends ContainerKind {
  private final CollectionCalls calls;
  private final Likeness likeness;

  CollectionKind(Class<?> type, Base base, Access access, Likeness likeness)
      throws ReflectiveOperationException {
    super(type, base, access);
    this.likeness = likeness;
    this.calls =
        isOwn(type) ? Specials.ofCollection(access, base.type()) : new CollectionCalls.Plain();
  }

  @Override
  void visitBody(Object object, ContentSink sink) {
    if (isConcurrent()) {
      visitSnapshot(object, sink);
      return;
    }
    int size = calls.size(object);
    sink.body(size);
    Iterator<?> elements = calls.iterator(object);
    for (int i = 0; i < size; i++) {
      sink.element(elements.next());
    }
    if (elements.hasNext()) {
      throw new ConcurrentModificationException("grew while it was read");
    }
  }

  /** Its size may change while it is read: what is told is what was found. */
  private void visitSnapshot(Object object, ContentSink sink) {
    List<@Nullable Object> found =
        traits().ordered() ? elements(object) : WeakReading.distinct(() -> elements(object), 1);
    sink.body(found.size());
    found.forEach(sink::element);
  }

  private List<@Nullable Object> elements(Object object) {
    List<@Nullable Object> found = new ArrayList<>();
    calls.iterator(object).forEachRemaining(found::add);
    return found;
  }

  @Override
  void assignBody(Object object, Content content) {
    @Nullable Object[] elements = content.elements();
    if (traits().settable() && calls.size(object) == elements.length) {
      calls.replace(object, elements);
    } else if (!hasSlotsOf(object, content) || !holds(object, elements)) {
      refill(object, content);
    }
  }

  private boolean holds(Object object, @Nullable Object[] elements) {
    if (calls.size(object) != elements.length) {
      return false;
    }
    Iterator<?> live = calls.iterator(object);
    for (Object element : elements) {
      if (!live.hasNext() || !isThere(object, live.next(), element)) {
        return false;
      }
    }
    return true;
  }

  private boolean isThere(Object container, @Nullable Object live, @Nullable Object recorded) {
    return likeness.alike(live, recorded)
        && (!(container instanceof Set<?> set) || !mayLoseElements() || set.contains(live));
  }

  private void refill(Object object, Content content) {
    @Nullable Object[] elements = content.elements();
    calls.clear(object);
    prepare(object, content);
    fill(object, () -> calls.addAll(object, elements));
    if (calls.size(object) != elements.length) {
      throw new IllegalStateException("elements that were different are equal now");
    }
    settle(object, content);
  }
}
