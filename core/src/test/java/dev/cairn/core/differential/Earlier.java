package dev.cairn.core.differential;

import dev.cairn.core.differential.program.Anatomy;
import dev.cairn.core.differential.program.Anatomy.Part;
import dev.cairn.core.differential.program.Heap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the plain objects of a heap consisted of once, which tells the ones that changed since. */
final class Earlier {
  private final Map<Object, List<Part>> parts = new IdentityHashMap<>();

  private Earlier() {}

  static Earlier of(Heap heap) {
    Earlier earlier = new Earlier();
    heap.objects().stream()
        .filter(Earlier::isPlain)
        .forEach(object -> earlier.parts.put(object, Anatomy.parts(object)));
    return earlier;
  }

  /** What a hash table knows of its keys, and what the JDK hides, is not told by parts. */
  private static boolean isPlain(Object object) {
    boolean fields = Anatomy.isOurs(object) && !Anatomy.isOpaque(object);
    boolean table = object instanceof Map<?, ?> || object instanceof Collection<?>;
    return object.getClass().isArray() || object.getClass() == ArrayList.class || fields && !table;
  }

  /** One of these objects that is known to be as it was. */
  Optional<Object> same(List<Object> changed) {
    return changed.stream().filter(this::isSame).findFirst();
  }

  private boolean isSame(Object object) {
    List<Part> before = parts.get(object);
    List<Part> now = before == null ? List.of() : Anatomy.parts(object);
    return before != null
        && before.size() == now.size()
        && IntStream.range(0, now.size()).allMatch(i -> isSame(before.get(i), now.get(i)));
  }

  private static boolean isSame(Part before, Part now) {
    return before.label().equals(now.label()) && isSame(before.thing(), now.thing());
  }

  private static boolean isSame(@Nullable Object before, @Nullable Object now) {
    return before == now || now != null && Anatomy.isValue(now) && now.equals(before);
  }
}
