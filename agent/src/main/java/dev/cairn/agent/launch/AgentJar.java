package dev.cairn.agent.launch;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import org.jspecify.annotations.Nullable;

/**
 * What the agent loader finds in cairn.jar: classes and resources by their usual names. What
 * depends on the Java version stands in the bundle under {@code META-INF/versions/N}. Thread-safe.
 */
final class AgentJar {
  /** Every N, ascending; the build checks that there is no other. */
  private static final int[] VERSIONS = {21, 24, 25};

  private final Bundle bundle;
  private final String[] roots;

  private AgentJar(Bundle bundle, String[] roots) {
    this.bundle = bundle;
    this.roots = roots;
  }

  /**
   * Opens the jar that AgentMain came from.
   *
   * @throws IOException if it cannot be read, or is another jar into which Cairn was merged
   */
  static AgentJar open(File file) throws IOException {
    Bundle bundle = file.isFile() ? Bundle.open(file) : null;
    if (bundle == null) {
      throw new IOException(
          "Cairn's classes were merged into "
              + file
              + ", where they cannot work; leave them out there and give -javaagent the file"
              + " cairn.jar as it was published");
    }
    return new AgentJar(bundle, roots(Runtime.version().feature()));
  }

  /** The folders to look in, the newest version that this JVM understands first. */
  private static String[] roots(int feature) {
    int known = 0;
    while (known < VERSIONS.length && VERSIONS[known] <= feature) {
      known++;
    }
    String[] roots = new String[known + 1];
    for (int i = 0; i < known; i++) {
      roots[i] = "META-INF/versions/" + VERSIONS[known - 1 - i] + "/";
    }
    roots[known] = "";
    return roots;
  }

  /** The content under a name, or null. */
  byte @Nullable [] find(String name) throws IOException {
    for (String root : roots) {
      byte[] content = bundle.find(root + name);
      if (content != null) {
        return content;
      }
    }
    return null;
  }

  /** The address of what stands under a name, or null. */
  @Nullable URL url(String name) {
    try {
      return find(name) == null ? null : new URL("cairn", "", -1, "/" + name, new EntryHandler());
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a handler of our own takes every address", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
      byte[] content = find(getURL().getPath().substring(1));
      if (content == null) {
        throw new IOException("not in cairn.jar: " + getURL().getPath());
      }
      return new ByteArrayInputStream(content);
    }
  }
}
