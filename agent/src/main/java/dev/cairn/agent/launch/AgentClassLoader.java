package dev.cairn.agent.launch;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Loads Cairn and its libraries from cairn.jar, out of the application's sight and blind to the
 * application.
 *
 * <p>Only the JDK's own packages come from the parent, the platform loader: in a modular launch
 * that loader may hold classes of the user, other versions of our libraries among them. Parallel
 * capable.
 */
final class AgentClassLoader extends ClassLoader {
  private static final String[] JDK = {
    "java.", "javax.", "jdk.", "sun.", "com.sun.", "org.w3c.", "org.xml.", "org.ietf.", "netscape."
  };

  static {
    registerAsParallelCapable();
  }

  private final AgentJar jar;

  AgentClassLoader(AgentJar jar) {
    super("cairn", ClassLoader.getPlatformClassLoader());
    this.jar = jar;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (isJdk(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = bytes(name);
    definePackageOf(name);
    return defineClass(name, bytes, 0, bytes.length, AgentMain.class.getProtectionDomain());
  }

  private byte[] bytes(String name) throws ClassNotFoundException {
    try {
      byte[] content = jar.find(name.replace('.', '/') + ".class");
      if (content == null) {
        throw new ClassNotFoundException(name);
      }
      return content;
    } catch (IOException e) {
      throw new ClassNotFoundException("cannot be read from cairn.jar: " + name, e);
    }
  }

  private void definePackageOf(String className) {
    int dot = className.lastIndexOf('.');
    String name = dot < 0 ? "" : className.substring(0, dot);
    if (getDefinedPackage(name) == null) {
      try {
        definePackage(name, null, null, null, null, null, null, null);
      } catch (IllegalArgumentException anotherThreadWasFaster) {
        // which is all that was wanted
      }
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL own = findResource(name);
    return own == null && isJdk(name.replace('/', '.')) ? super.getResource(name) : own;
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return isJdk(name.replace('/', '.')) ? super.getResources(name) : findResources(name);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    return jar.url(name);
  }

  /** A class of a named module of this loader asks here. */
  @Override
  protected @Nullable URL findResource(String moduleName, String name) {
    return findResource(name);
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL url = jar.url(name);
    return url == null
        ? Collections.emptyEnumeration()
        : Collections.enumeration(Collections.singleton(url));
  }

  private static boolean isJdk(String name) {
    for (String prefix : JDK) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
