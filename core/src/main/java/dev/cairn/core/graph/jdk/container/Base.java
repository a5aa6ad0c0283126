package dev.cairn.core.graph.jdk.container;

import dev.cairn.core.graph.jdk.slot.MadeSlot;
import dev.cairn.core.graph.kind.Body;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A container class of the JDK, which the application may extend.
 *
 * @param type the class
 * @param slots what it has besides its elements
 * @param traits how it treats its elements
 * @param maker makes an empty instance from the slots that are needed at creation, by name
 * @param adopter gives those to an instance of a subclass made by the no-argument constructor
 * @param insides what decides its order
 */
record Base(
    Class<?> type,
    List<MadeSlot> slots,
    Traits traits,
    Function<Map<String, @Nullable Object>, Object> maker,
    BiConsumer<Object, Map<String, @Nullable Object>> adopter,
    Insides insides) {

  /** A container that is nothing but its elements. */
  static Base simple(Class<?> type, Traits traits, Supplier<Object> maker) {
    return new Base(
        type, List.of(), traits, slots -> maker.get(), (object, slots) -> {}, Insides.NONE);
  }

  /**
   * How a container treats its elements.
   *
   * @param body elements or entries
   * @param ordered whether their order means something
   * @param asking whether it asks them for hashes or order
   * @param settable whether one element can be replaced while an iteration is open
   * @param reversed whether filling must go backwards to come out in the recorded order
   */
  record Traits(Body body, boolean ordered, boolean asking, boolean settable, boolean reversed) {
    static final Traits LIST = new Traits(Body.ELEMENTS, true, false, true, false);
    static final Traits QUEUE = new Traits(Body.ELEMENTS, true, false, false, false);
    static final Traits ORDERED_SET = new Traits(Body.ELEMENTS, true, true, false, false);
    static final Traits HASH_SET = new Traits(Body.ELEMENTS, false, true, false, false);
    static final Traits HASH_MAP = new Traits(Body.ENTRIES, false, true, true, false);
    static final Traits HASHTABLE = new Traits(Body.ENTRIES, false, true, true, true);
    static final Traits ORDERED_MAP = new Traits(Body.ENTRIES, true, true, true, false);
    static final Traits SKIP_LIST_MAP = new Traits(Body.ENTRIES, true, true, false, false);
  }
}
