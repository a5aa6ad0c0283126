package dev.cairn.it.agent.program;

import java.io.IOException;
import java.io.InputStream;

/**
 * Runs another program of this package in a loader as OSGi has them: it gets {@code java.*} from
 * above, and defines everything else itself.
 */
public final class InStrictLoader extends ClassLoader {

  private InStrictLoader() {
    super(null);
  }

  /** Runs the program named first with the other arguments. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    String[] rest = new String[arguments.length - 1];
    System.arraycopy(arguments, 1, rest, 0, rest.length);
    Class<?> program = new InStrictLoader().loadClass(arguments[0]);
    program.getMethod("main", String[].class).invoke(null, (Object) rest);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith("java.")) {
      return getPlatformClassLoader().loadClass(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    return ClassLoader.getSystemResourceAsStream(name);
  }
}
