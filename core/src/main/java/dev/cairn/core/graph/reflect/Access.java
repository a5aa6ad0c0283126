package dev.cairn.core.graph.reflect;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How private parts of objects are reached. Safe for use by many threads. */
public final class Access {
  private final Optional<Lookup> trusted;
  private final Supplier<Class<?>[]> loaded;

  private Access(Optional<Lookup> trusted) {
    this(trusted, () -> new Class<?>[0]);
  }

  private Access(Optional<Lookup> trusted, Supplier<Class<?>[]> loaded) {
    this.trusted = trusted;
    this.loaded = loaded;
  }

  /** With a lookup that may do everything, as the agent has: all kinds are exact. */
  public static Access trusting(Lookup lookup) {
    return new Access(Optional.of(lookup));
  }

  /**
   * By reflection only: ordinary application classes and the public side of collections. What needs
   * more is refused.
   */
  public static Access reflective() {
    return new Access(Optional.empty());
  }

  /** The trusted lookup where {@code java.lang.invoke} is open to Cairn, else reflection only. */
  public static Access best() {
    try {
      Field field = Lookup.class.getDeclaredField("IMPL_LOOKUP");
      field.setAccessible(true);
      return trusting((Lookup) field.get(null));
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      return reflective();
    }
  }

  /**
   * The same, with a view of the classes of this JVM.
   *
   * @param loaded tells the classes loaded so far; asked before every save, by many threads
   */
  public Access seeing(Supplier<Class<?>[]> loaded) {
    return new Access(trusted, loaded);
  }

  /** The classes of this JVM, as far as they can be seen. */
  public LoadedClasses loaded() {
    return new LoadedClasses(loaded, trusted);
  }

  /** Static fields, looked at without running initialisers; empty without trust. */
  public Optional<Statics> statics() {
    return trusted.flatMap(Statics::of);
  }

  /** Whether everything can be reached. */
  public boolean isTrusted() {
    return trusted.isPresent();
  }

  /**
   * A field of an application class, final or not.
   *
   * @throws IllegalAccessException if it cannot be reached, or written
   */
  public PrivateField field(Field field) throws IllegalAccessException {
    return trusted.isPresent() ? trusted(field, trusted.get()) : opened(field, true);
  }

  /**
   * A field that is only read.
   *
   * @throws IllegalAccessException if it cannot be reached
   */
  public PrivateField readOnly(Field field) throws IllegalAccessException {
    return trusted.isPresent() ? trusted(field, trusted.get()) : opened(field, false);
  }

  /** A field of a JDK class; empty without trust, or if this JDK has none such. */
  public Optional<PrivateField> jdkField(Class<?> owner, String name) {
    try {
      return isTrusted() ? Optional.of(field(owner.getDeclaredField(name))) : Optional.empty();
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  /**
   * What a static field of a reference type holds; its class is initialised by that.
   *
   * @throws IllegalAccessException if it cannot be reached
   */
  public @Nullable Object constant(Field field) throws IllegalAccessException {
    if (trusted.isEmpty()) {
      opened(field);
      return field.get(null);
    }
    try {
      return trusted.get().unreflectGetter(field).invoke();
    } catch (Throwable e) {
      throw PrivateField.unchecked(e);
    }
  }

  /** Unlike unreflected ones, found setters write final fields, of records too. */
  private static PrivateField trusted(Field field, Lookup lookup) throws IllegalAccessException {
    try {
      MethodHandle setter =
          lookup.findSetter(field.getDeclaringClass(), field.getName(), field.getType());
      return new PrivateField(
          field, Bits.adaptGetter(lookup.unreflectGetter(field)), Bits.adaptSetter(setter));
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("a field that is there: " + field, e);
    }
  }

  private static PrivateField opened(Field field, boolean written) throws IllegalAccessException {
    try {
      field.setAccessible(true);
    } catch (InaccessibleObjectException e) {
      IllegalAccessException translated = new IllegalAccessException(e.getMessage());
      translated.initCause(e);
      throw translated;
    }
    Lookup lookup = MethodHandles.lookup();
    MethodHandle getter = Bits.adaptGetter(lookup.unreflectGetter(field));
    return new PrivateField(
        field, getter, written ? Bits.adaptSetter(lookup.unreflectSetter(field)) : getter);
  }

  private static void opened(Field field) throws IllegalAccessException {
    try {
      field.setAccessible(true);
    } catch (InaccessibleObjectException e) {
      IllegalAccessException translated = new IllegalAccessException(e.getMessage());
      translated.initCause(e);
      throw translated;
    }
  }

  /**
   * Makes instances of a class, running only the no-argument constructor of a superclass.
   *
   * @param superclass a superclass of the class, or Object
   * @throws ReflectiveOperationException if there is no such constructor
   */
  public Constructor<?> allocator(Class<?> type, Class<?> superclass)
      throws ReflectiveOperationException {
    try {
      Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
      Object instance = factory.getMethod("getReflectionFactory").invoke(null);
      Method make =
          factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class);
      return (Constructor<?>) make.invoke(instance, type, superclass.getDeclaredConstructor());
    } catch (InvocationTargetException e) {
      throw new ReflectiveOperationException("no allocator for " + type.getName(), e);
    }
  }

  /** A method as a class declares it, whatever a subclass overrides; empty without trust. */
  public Optional<MethodHandle> special(Class<?> owner, String name, MethodType type) {
    try {
      return trusted.isPresent()
          ? Optional.of(trusted.get().findSpecial(owner, name, type, owner))
          : Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("every JVM has " + owner.getName() + "." + name, e);
    }
  }

  /** A private static method; empty without trust, or if there is none such. */
  public Optional<MethodHandle> jdkStatic(Class<?> owner, String name, MethodType type) {
    try {
      return trusted.isPresent()
          ? Optional.of(trusted.get().findStatic(owner, name, type))
          : Optional.empty();
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  /** A private method of the JDK; empty without trust, or if this JDK has none such. */
  public Optional<MethodHandle> jdkMethod(Class<?> owner, String name, MethodType type) {
    try {
      return trusted.isPresent()
          ? Optional.of(trusted.get().findVirtual(owner, name, type))
          : Optional.empty();
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}
