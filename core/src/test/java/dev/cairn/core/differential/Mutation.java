package dev.cairn.core.differential;

import dev.cairn.core.differential.program.Anatomy;
import dev.cairn.core.differential.program.AppModel.Badge;
import dev.cairn.core.differential.program.AppModel.Point;
import dev.cairn.core.differential.program.AppModel.Setting;
import dev.cairn.core.differential.program.AppModel.Single;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One change of one place in a heap, which can be made again in a heap of the same case.
 *
 * @param object which of the objects that were paired
 * @param text what it does
 * @param act does it
 */
record Mutation(int object, String text, Act act) {

  /** What a mutation does to an object, given all objects of the heap. */
  interface Act {
    void on(Object object, List<Object> all);
  }

  void apply(List<Object> all) {
    act.on(all.get(object), all);
  }

  @Override
  public String toString() {
    return text + " of object " + object;
  }

  /**
   * Every change of a single slot, every alias made a copy, and some references swapped, of what is
   * wanted.
   */
  static List<Mutation> all(List<Object> objects, Set<Object> wanted) {
    List<Mutation> all = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      Object object = objects.get(i);
      if (!wanted.contains(object) || object instanceof Single || object instanceof Setting) {
        continue;
      }
      if (object.getClass().isArray()) {
        array(i, object, all);
      } else if (object instanceof Collection<?> || object instanceof Map<?, ?>) {
        container(i, all);
      }
      fields(i, object, all);
    }
    return all;
  }

  private static void fields(int i, Object object, List<Mutation> all) {
    for (Field field : Anatomy.applicationFields(object.getClass())) {
      if (Modifier.isTransient(field.getModifiers())) {
        continue;
      }
      String name = object.getClass().getSimpleName() + "." + field.getName();
      if (field.getType().isPrimitive()) {
        all.add(new Mutation(i, "another " + name, (o, heap) -> another(field, o)));
        continue;
      }
      all.add(new Mutation(i, "no " + name, (o, heap) -> Anatomy.write(field, o, null)));
      all.add(new Mutation(i, "a copy in " + name, (o, heap) -> copied(field, o)));
      if (field.getType() == Object.class) {
        all.add(new Mutation(i, "a text in " + name, (o, heap) -> Anatomy.write(field, o, "zz")));
        all.add(new Mutation(i, name + " swapped", (o, heap) -> swap(field, o, heap)));
      }
    }
  }

  private static void another(Field field, Object object) {
    Object array = Array.newInstance(field.getType(), 1);
    Array.set(array, 0, Anatomy.read(field, object));
    changeFirst(array);
    Anatomy.write(field, object, Array.get(array, 0));
  }

  private static void changeFirst(Object array) {
    if (array instanceof boolean[] bits) {
      bits[0] = !bits[0];
    } else if (array instanceof char[] letters) {
      letters[0]++;
    } else if (array instanceof float[] numbers) {
      numbers[0] = Float.intBitsToFloat(Float.floatToRawIntBits(numbers[0]) ^ 1);
    } else if (array instanceof double[] numbers) {
      numbers[0] = Double.longBitsToDouble(Double.doubleToRawLongBits(numbers[0]) ^ 1);
    } else {
      long changed = Array.getLong(array, 0) ^ 1;
      Class<?> type = array.getClass().getComponentType();
      if (type == long.class) {
        Array.setLong(array, 0, changed);
      } else if (type == int.class) {
        Array.setInt(array, 0, (int) changed);
      } else if (type == short.class) {
        Array.setShort(array, 0, (short) changed);
      } else {
        Array.setByte(array, 0, (byte) changed);
      }
    }
  }

  /** Where somebody else refers to the object too, an alias becomes a copy. */
  private static void copied(Field field, Object object) {
    Object held = Anatomy.read(field, object);
    if (held instanceof Badge badge) {
      Badge copy = new Badge(badge.id);
      copy.payload = badge.payload;
      Anatomy.write(field, object, copy);
    } else if (held instanceof Point point) {
      Anatomy.write(field, object, new Point(point.x(), point.y(), point.label()));
    } else if (held instanceof Object[] array) {
      Anatomy.write(field, object, array.clone());
    } else if (held != null && held.getClass() == ArrayList.class) {
      Anatomy.write(field, object, new ArrayList<>((ArrayList<?>) held));
    }
  }

  private static void swap(Field field, Object object, List<Object> heap) {
    for (Object other : heap) {
      if (other != object && field.getDeclaringClass().isInstance(other)) {
        Object held = Anatomy.read(field, object);
        Anatomy.write(field, object, Anatomy.read(field, other));
        Anatomy.write(field, other, held);
        return;
      }
    }
  }

  private static void array(int i, Object array, List<Mutation> all) {
    if (Array.getLength(array) == 0) {
      return;
    }
    if (array instanceof Object[]) {
      all.add(new Mutation(i, "no first element", (o, heap) -> Array.set(o, 0, null)));
      all.add(new Mutation(i, "first and last swapped", (o, heap) -> ends((Object[]) o)));
    } else {
      all.add(new Mutation(i, "another first element", (o, heap) -> changeFirst(o)));
    }
  }

  private static void ends(@Nullable Object[] array) {
    Object first = array[0];
    array[0] = array[array.length - 1];
    array[array.length - 1] = first;
  }

  private static void container(int i, List<Mutation> all) {
    all.add(new Mutation(i, "one more", (o, heap) -> tolerant(() -> more(o))));
    all.add(new Mutation(i, "one less", (o, heap) -> tolerant(() -> less(o))));
    all.add(new Mutation(i, "another value", (o, heap) -> tolerant(() -> other(o))));
    all.add(new Mutation(i, "another order", (o, heap) -> tolerant(() -> turn(o))));
  }

  private static void tolerant(Runnable change) {
    try {
      change.run();
    } catch (UnsupportedOperationException | ClassCastException | NullPointerException e) {
      Objects.requireNonNull(e, "what a container refuses is no change");
    }
  }

  @SuppressWarnings("unchecked")
  private static void more(Object container) {
    if (container instanceof Map<?, ?>) {
      ((Map<Object, Object>) container).put("zz", 1);
    } else {
      ((Collection<Object>) container).add("zz");
    }
  }

  /** Any will do: without an order it need not be the same again. */
  private static void less(Object container) {
    Collection<?> elements =
        container instanceof Map<?, ?> map ? map.keySet() : (Collection<?>) container;
    boolean first = true;
    for (var all = elements.iterator(); first && all.hasNext(); first = false) {
      all.next();
      all.remove();
    }
  }

  @SuppressWarnings("unchecked")
  private static void other(Object container) {
    if (container instanceof Map<?, ?> map && !map.isEmpty()) {
      ((Map<Object, Object>) map).entrySet().iterator().next().setValue("zz");
    } else if (container instanceof List<?> list && !list.isEmpty()) {
      ((List<Object>) list).set(0, "zz");
    }
  }

  @SuppressWarnings("unchecked")
  private static void turn(Object container) {
    if (container instanceof List<?> list && list.size() > 1) {
      List<Object> elements = (List<Object>) list;
      Object first = elements.get(0);
      elements.set(0, elements.get(list.size() - 1));
      elements.set(list.size() - 1, first);
    }
  }
}
