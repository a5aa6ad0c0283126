package dev.cairn.agent.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Class files of this test's class path, and loaders that define them anew. */
final class ClassFiles {

  private ClassFiles() {}

  /** The bytes of a class as it was compiled. */
  static byte[] of(Class<?> type) {
    return of(type.getName());
  }

  static byte[] of(String className) {
    String resource = className.replace('.', '/') + ".class";
    try (InputStream in = ClassFiles.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no class file of " + className);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A loader that defines the classes of one name prefix itself, transformed as when an agent is
   * there, and gets all others from its parent.
   */
  static final class Loader extends ClassLoader {
    private final String prefix;
    private final StageTransformer transformer;
    private final Map<String, byte[]> given = new ConcurrentHashMap<>();

    Loader(String prefix, StageTransformer transformer) {
      super(ClassFiles.class.getClassLoader());
      this.prefix = prefix;
      this.transformer = transformer;
    }

    /** Defines a class of bytes that no class path holds. */
    Class<?> define(String name, byte[] bytes) throws ClassNotFoundException {
      given.put(name, bytes);
      return loadClass(name);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(prefix) && !given.containsKey(name)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? defineWoven(name) : loaded;
      }
    }

    private Class<?> defineWoven(String name) {
      byte[] plain = given.containsKey(name) ? given.get(name) : of(name);
      byte @Nullable [] woven =
          transformer.transform(this, name.replace('.', '/'), null, null, plain);
      byte[] bytes = woven == null ? plain : woven;
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
