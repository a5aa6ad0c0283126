package dev.cairn.agent.launch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * cairn.jar, open for as long as the JVM lives: everything under {@code inst/}, where classes end
 * in {@code .classdata} so that neither the application nor a tool that looks through jars sees
 * them.
 *
 * <p>Content that depends on the Java version stands under {@code inst/META-INF/versions/N}, where
 * the manifest's {@code Cairn-Versions} lists each N. Thread-safe.
 */
final class AgentJar {
  private static final String ROOT = "inst/";
  private static final String CLASS = ".class";
  private static final String[] NO_VERSIONS = {};

  private final JarFile jar;
  private final String[] roots;
  private final ProtectionDomain domain;
  private final URLStreamHandler handler = new EntryHandler();

  private AgentJar(JarFile jar, String[] roots, ProtectionDomain domain) {
    this.jar = jar;
    this.roots = roots;
    this.domain = domain;
  }

  /**
   * Opens the jar that AgentMain came from.
   *
   * @throws IOException if it cannot be read, or is another jar into which Cairn was merged
   */
  static AgentJar open(File file) throws IOException {
    if (!file.isFile()) {
      throw notOurs(file);
    }
    JarFile jar = new JarFile(file, false, ZipFile.OPEN_READ, JarFile.baseVersion());
    Attributes attributes =
        jar.getManifest() == null ? null : jar.getManifest().getMainAttributes();
    String premain = attributes == null ? null : attributes.getValue("Premain-Class");
    if (attributes == null
        || !AgentMain.class.getName().equals(premain)
        || jar.getEntry(ROOT + "dev/cairn/agent/AgentStart.classdata") == null) {
      jar.close();
      throw notOurs(file);
    }
    CodeSource source = new CodeSource(file.toURI().toURL(), (Certificate[]) null);
    return new AgentJar(
        jar, roots(attributes.getValue("Cairn-Versions")), new ProtectionDomain(source, null));
  }

  private static IOException notOurs(File file) {
    return new IOException(
        "Cairn's classes were merged into "
            + file
            + ", where they cannot work; leave them out there and give -javaagent the file"
            + " cairn.jar as it was published");
  }

  /** The folders to look in, the newest version that this JVM understands first. */
  private static String[] roots(@Nullable String versions) {
    String[] given = versions == null ? NO_VERSIONS : versions.trim().split(" +");
    String[] roots = new String[given.length + 1];
    int count = 0;
    for (int i = given.length - 1; i >= 0; i--) {
      if (Integer.parseInt(given[i]) <= Runtime.version().feature()) {
        roots[count++] = ROOT + "META-INF/versions/" + given[i] + "/";
      }
    }
    roots[count++] = ROOT;
    String[] usable = new String[count];
    System.arraycopy(roots, 0, usable, 0, count);
    return usable;
  }

  /** The content under a class's or resource's usual name, or null. */
  @Nullable InputStream stream(String name) throws IOException {
    JarEntry entry = entry(name);
    return entry == null ? null : jar.getInputStream(entry);
  }

  /** The address of a class or resource by its usual name, or null. */
  @Nullable URL url(String name) {
    if (entry(name) == null) {
      return null;
    }
    try {
      return new URL("cairn", "", -1, "/" + name, handler);
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a handler of our own takes every address", e);
    }
  }

  /** Where the classes come from, for stack traces and security managers. */
  ProtectionDomain domain() {
    return domain;
  }

  private @Nullable JarEntry entry(String name) {
    String stored = name.endsWith(CLASS) ? name + "data" : name;
    for (String root : roots) {
      JarEntry entry = jar.getJarEntry(root + stored);
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  /** A protocol of our own: what a program does to the caches of {@code jar:} cannot hurt it. */
  private final class EntryHandler extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) {
      return new EntryConnection(url);
    }
  }

  private final class EntryConnection extends URLConnection {
    EntryConnection(URL url) {
      super(url);
    }

    @Override
    public void connect() {
      connected = true;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      InputStream content = stream(getURL().getPath().substring(1));
      if (content == null) {
        throw new IOException("not in cairn.jar: " + getURL().getPath());
      }
      return content;
    }
  }
}
