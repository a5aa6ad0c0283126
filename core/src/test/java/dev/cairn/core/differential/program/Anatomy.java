package dev.cairn.core.differential.program;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What an object consists of, read in a way of its own: it shares nothing with the product, so that
 * it does not share the product's mistakes.
 */
public final class Anatomy {
  private static final ClassValue<List<Reader>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<Reader> computeValue(Class<?> type) {
          return find(type).stream().map(Reader::of).toList();
        }
      };

  private Anatomy() {}

  /**
   * One thing in an object.
   *
   * @param label where
   * @param thing an object, or a value to be compared by what it says
   */
  public record Part(String label, @Nullable Object thing) {}

  /** Whether identity means nothing: then what counts is equality. */
  public static boolean isValue(Object object) {
    Class<?> type = object.getClass();
    return object instanceof String
        || object instanceof Enum<?>
        || object instanceof Class<?>
        || object instanceof Boolean
        || object instanceof Character
        || object instanceof StackTraceElement
        || object instanceof Number && !type.getName().contains(".concurrent.")
        || type.getPackageName().equals("java.time")
        || type.getPackageName().equals("java.util")
            && (type.getSimpleName().equals("UUID") || type.getSimpleName().equals("Locale"));
  }

  public static boolean isOurs(Object object) {
    return object.getClass().getName().startsWith("dev.cairn");
  }

  /** Whether a container tells its elements in an order that has a meaning. */
  public static boolean isOrdered(Object container) {
    return container instanceof List<?>
        || container instanceof LinkedHashMap<?, ?>
        || container instanceof LinkedHashSet<?>
        || container instanceof SortedMap<?, ?>
        || container instanceof SortedSet<?>
        || container instanceof EnumMap<?, ?>
        || container instanceof EnumSet<?>
        || container instanceof CopyOnWriteArraySet<?>
        || container instanceof Collection<?>
            && !(container instanceof Set<?>)
            && !isView(container);
  }

  /** Key sets, values and entry sets of maps: nothing but a window. */
  public static boolean isView(Object object) {
    Class<?> outer = object.getClass().getEnclosingClass();
    return outer != null
        && outer.getPackageName().equals("java.util")
        && object instanceof Collection<?>
        && Map.class.isAssignableFrom(outer);
  }

  /** Fields, elements of arrays and ordered containers, and what holders hold. */
  public static List<Part> parts(Object object) {
    List<Part> parts = new ArrayList<>();
    if (object.getClass().isArray()) {
      array(object, parts);
    } else {
      fields(object, parts);
      holders(object, parts);
      order(object, parts);
      if (isOrdered(object)) {
        int i = 0;
        for (Object element : elements(object)) {
          parts.add(new Part("[" + i++ + "]", element));
        }
      }
    }
    return parts;
  }

  private static void array(Object array, List<Part> parts) {
    int length = Array.getLength(array);
    parts.add(new Part(".length", length));
    if (array.getClass().getComponentType().isPrimitive()) {
      parts.add(new Part("[]", printed(array)));
      return;
    }
    for (int i = 0; i < length; i++) {
      parts.add(new Part("[" + i + "]", Array.get(array, i)));
    }
  }

  private static String printed(Object array) {
    String all = Arrays.deepToString(new Object[] {array});
    boolean fractions = array instanceof double[] || array instanceof float[];
    return fractions ? all + Arrays.toString(raw(array)) : all;
  }

  private static long[] raw(Object array) {
    long[] bits = new long[Array.getLength(array)];
    for (int i = 0; i < bits.length; i++) {
      bits[i] =
          array instanceof double[] doubles
              ? Double.doubleToRawLongBits(doubles[i])
              : Float.floatToRawIntBits(((float[]) array)[i]);
    }
    return bits;
  }

  private static void fields(Object object, List<Part> parts) {
    for (Reader reader : FIELDS.get(object.getClass())) {
      parts.add(new Part(reader.label(), reader.read(object)));
    }
  }

  /** Those of application classes, and of JDK classes that are wrappers around their fields. */
  private static List<Field> find(Class<?> type) {
    List<Field> found = new ArrayList<>();
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      boolean ours = c.getName().startsWith("dev.cairn") && !c.isHidden();
      boolean wrapper = c.getName().startsWith("java.util.Collections$");
      boolean view = Set.of("KeySet", "Values", "EntrySet").contains(c.getSimpleName());
      if (ours || wrapper || view) {
        Arrays.stream(c.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .filter(field -> ours || !Modifier.isTransient(field.getModifiers()))
            .forEach(found::add);
      }
    }
    return found;
  }

  /** A field, and how it is read. */
  private record Reader(Field field, String label, MethodHandle getter) {
    static Reader of(Field field) {
      try {
        MethodHandle getter = Access.TRUSTED.unreflectGetter(field);
        return new Reader(
            field,
            "." + field.getName(),
            getter.asType(MethodType.methodType(Object.class, Object.class)));
      } catch (IllegalAccessException e) {
        throw new LinkageError(field.toString(), e);
      }
    }

    @Nullable Object read(Object object) {
      try {
        return (Object) getter.invokeExact(object);
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
    }
  }

  /** The value of a field. */
  public static @Nullable Object read(Field field, Object object) {
    return Reader.of(field).read(object);
  }

  /** Writes a field, final or not. */
  public static void write(Field field, Object object, @Nullable Object value) {
    try {
      Access.TRUSTED
          .findSetter(field.getDeclaringClass(), field.getName(), field.getType())
          .invoke(object, value);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /** The fields that application classes declare. */
  public static List<Field> applicationFields(Class<?> type) {
    return FIELDS.get(type).stream()
        .map(Reader::field)
        .filter(field -> field.getDeclaringClass().getName().startsWith("dev.cairn"))
        .toList();
  }

  /** Keys and values in turn of a map, else the elements. */
  public static List<@Nullable Object> elements(Object container) {
    List<@Nullable Object> all = new ArrayList<>();
    if (container instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        all.add(entry.getKey());
        all.add(entry.getValue());
      }
    } else if (container instanceof Collection<?> collection && !isView(container)) {
      all.addAll(collection);
    }
    return all;
  }

  private static void order(Object object, List<Part> parts) {
    if (Keys.isSorted(object)) {
      parts.add(new Part(".comparator", Keys.order(object)));
    }
  }

  @SuppressWarnings("JavaUtilDate") // applications have them
  private static void holders(Object object, List<Part> parts) {
    if (object instanceof Random || object instanceof SplittableRandom) {
      return;
    }
    String name = object.getClass().getName();
    if (name.startsWith("java.util.concurrent.atomic.")) {
      atomic(object, parts);
    } else if (object instanceof StringBuilder || object instanceof StringBuffer) {
      parts.add(new Part(".text", object.toString()));
    } else if (object instanceof Date date) {
      parts.add(new Part(".time", date.getTime()));
    } else if (object instanceof BitSet bits) {
      parts.add(new Part(".bits", Arrays.toString(bits.toLongArray())));
    } else if (object instanceof Optional<?> optional) {
      parts.add(new Part(".value", optional.isPresent() ? optional.get() : null));
    } else if (object instanceof Map.Entry<?, ?> entry) {
      parts.add(new Part(".key", entry.getKey()));
      parts.add(new Part(".value", entry.getValue()));
    } else if (object instanceof Throwable failure) {
      throwable(failure, parts);
    }
  }

  private static void atomic(Object object, List<Part> parts) {
    if (object instanceof AtomicReference<?> reference) {
      parts.add(new Part(".get", reference.get()));
    } else {
      parts.add(new Part(".number", object.toString()));
    }
  }

  private static void throwable(Throwable failure, List<Part> parts) {
    parts.add(new Part(".message", failure.getMessage()));
    parts.add(new Part(".cause", failure.getCause()));
    parts.add(new Part(".trace", Arrays.toString(failure.getStackTrace())));
    Throwable[] suppressed = failure.getSuppressed();
    for (int i = 0; i < suppressed.length; i++) {
      parts.add(new Part(".suppressed[" + i + "]", suppressed[i]));
    }
    parts.add(new Part(".suppressed", suppressed.length));
  }

  /** Whether nothing may be said of an object's inside. */
  public static boolean isOpaque(Object object) {
    return object instanceof Proxy
        || object.getClass().isHidden()
        || object instanceof Buffer
        || object instanceof Iterator<?>;
  }

  /** Everything that can be reached. */
  public static Set<Object> reach(Collection<?> roots) {
    Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Object> open = new ArrayList<>();
    roots.forEach(root -> enter(root, reached, open));
    while (!open.isEmpty()) {
      Object object = open.remove(open.size() - 1);
      parts(object).forEach(part -> enter(part.thing(), reached, open));
      elements(object).forEach(element -> enter(element, reached, open));
    }
    return reached;
  }

  private static void enter(@Nullable Object object, Set<Object> reached, List<Object> open) {
    if (object != null && !isValue(object) && reached.add(object)) {
      open.add(object);
    }
  }

  /** Opens everything to this reader. */
  private static final class Access {
    static final Lookup TRUSTED = open();

    private Access() {}

    private static Lookup open() {
      try {
        Field field = Lookup.class.getDeclaredField("IMPL_LOOKUP");
        field.setAccessible(true);
        return (Lookup) field.get(null);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("java.lang.invoke is not open", e);
      }
    }
  }
}
