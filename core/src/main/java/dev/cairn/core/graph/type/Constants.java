package dev.cairn.core.graph.type;

import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.LoadedClasses;
import dev.cairn.core.graph.reflect.Origin;
import dev.cairn.core.graph.reflect.Statics;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which {@code static final} fields of the application's classes hold which objects. Knows all
 * initialised classes where the JVM can be asked for them, else those that are at work here; never
 * initialises one by looking. Keeps nothing alive. Thread-safe.
 */
public final class Constants {
  /** Into how many refreshes the asking of all classes is divided in quiet times. */
  private static final int SHARE = 64;

  private final Optional<Statics> statics;
  private final LoadedClasses loaded;
  private final List<WeakReference<Class<?>>> pending = new ArrayList<>();
  private final Quiet quiet = new Quiet();
  private int next;
  private int asked;
  private final WeakConstants direct = new WeakConstants();
  private final Holdings holdings;
  private final Set<Class<?>> noted = weakSet();
  private final Set<Class<?>> used = weakSet();
  private final ClassValue<Seen> seen =
      new ClassValue<>() {
        @Override
        protected Seen computeValue(Class<?> type) {
          return new Seen();
        }
      };

  Constants(Access access, Function<Class<?>, Kind> kinds) {
    this.loaded = access.loaded();
    this.statics = access.statics();
    this.holdings = new Holdings(kinds);
  }

  private static Set<Class<?>> weakSet() {
    return Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
  }

  /** What is known of a class. */
  private static final class Seen {
    /** Whether it was met. */
    private boolean met;

    /** Whether its constants are known. */
    private boolean done;

    /** Whether a constant holds an instance of exactly this class. */
    private volatile boolean held;
  }

  /** Notes a class that may be initialised. */
  void note(Class<?> type) {
    noted.add(type);
  }

  /** Notes a class that is initialised. */
  void use(Class<?> type) {
    used.add(type);
  }

  /** Looks at the classes that were initialised since the last time. */
  public synchronized void refresh() {
    for (Class<?> type : loaded.changed()) {
      meet(type);
    }
    drain(noted).forEach(this::meet);
    settle();
    drain(used).forEach(this::take);
  }

  /**
   * Asks the classes that were not initialised the last time: all of them while initialisers are
   * begun, and for a while after that, as one that has begun may take its time; else some.
   */
  private void settle() {
    boolean lull = quiet.lasts(loaded.begunInitializers(), System.nanoTime());
    int all = pending.size();
    boolean some = lull && all <= asked;
    int from = some && next < all ? next : 0;
    int to = some ? Math.min(all, from + all / SHARE + 1) : all;
    pending.subList(from, to).removeIf(this::isSettled);
    asked = pending.size();
    next = to - (all - asked);
  }

  private static List<Class<?>> drain(Set<Class<?>> classes) {
    synchronized (classes) {
      List<Class<?>> drained = List.copyOf(classes);
      classes.clear();
      return drained;
    }
  }

  private void meet(Class<?> type) {
    Seen known = seen.get(type);
    if (!known.met) {
      known.met = true;
      if (!isOutOfQuestion(type)) {
        pending.add(new WeakReference<>(type));
      }
    }
  }

  private boolean isSettled(WeakReference<Class<?>> waiting) {
    Class<?> type = waiting.get();
    if (type == null) {
      return true;
    }
    if (isInitialized(type)) {
      take(type);
      return true;
    }
    return statics.isEmpty() && seen.get(type).done;
  }

  private boolean isInitialized(Class<?> type) {
    return statics.isPresent() && statics.get().isInitialized(type);
  }

  private static boolean isOutOfQuestion(Class<?> type) {
    return type.isArray() || type.isPrimitive() || type.isHidden() || Origin.isJdk(type);
  }

  private void take(Class<?> type) {
    Seen known = seen.get(type);
    if (!known.done) {
      known.done = true;
      if (!isOutOfQuestion(type)) {
        constants(type).forEach(this::add);
      }
    }
  }

  private void add(Field field) {
    Object held = read(field);
    if (held != null && !Holdings.isPlainValue(held)) {
      Constant constant = Constant.of(field);
      seen.get(held.getClass()).held = true;
      direct.add(held, constant);
      holdings.add(held, constant);
    }
  }

  /** Whether a constant may hold an instance of exactly this class. */
  public boolean hold(Class<?> type) {
    if (statics.isEmpty()) {
      lookAtOwn(type);
    }
    return seen.get(type).held;
  }

  /** The constants that hold an object, those of its own class first. */
  public synchronized List<Constant> of(Object object) {
    return direct.of(object).stream().sorted(Constant.ownFirst(object.getClass())).toList();
  }

  private synchronized void lookAtOwn(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      take(c);
    }
  }

  /** What lies, now, in arrays and in containers of the JDK that constants hold. */
  public synchronized Held inside() {
    return holdings.look();
  }

  private @Nullable Object read(Field field) {
    if (statics.isPresent()) {
      return statics.get().get(field);
    }
    try {
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException | InaccessibleObjectException e) {
      return null;
    }
  }

  private static List<Field> constants(Class<?> owner) {
    List<Field> found = new ArrayList<>();
    try {
      for (Field field : owner.getDeclaredFields()) {
        if (isConstant(field)) {
          found.add(field);
        }
      }
    } catch (LinkageError e) {
      // A field of a type that is not there: nothing can be asked of such a class.
      return List.of();
    }
    return found;
  }

  /** Whether a field may hold an object that can be linked by its name. */
  static boolean isConstant(Field field) {
    int modifiers = field.getModifiers();
    return Modifier.isStatic(modifiers)
        && Modifier.isFinal(modifiers)
        && !field.getType().isPrimitive()
        && field.getType() != String.class;
  }

  /**
   * What a constant holds; runs the initialiser of its class.
   *
   * @throws IllegalStateException if that fails
   */
  static Optional<Object> value(Class<?> owner, String name, Access access) {
    try {
      Field field = owner.getDeclaredField(name);
      return isConstant(field) ? Optional.ofNullable(access.constant(field)) : Optional.empty();
    } catch (NoSuchFieldException e) {
      return Optional.empty();
    } catch (IllegalAccessException | LinkageError e) {
      throw new IllegalStateException(
          "constant " + owner.getName() + "." + name + " cannot be read: " + e, e);
    }
  }
}
