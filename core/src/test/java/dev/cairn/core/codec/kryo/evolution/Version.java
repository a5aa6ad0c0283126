package dev.cairn.core.codec.kryo.evolution;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** One version of an application's classes, compiled in memory, in a loader of its own. */
final class Version extends ClassLoader {
  private static final String IMPORTS = "import java.util.*; import java.util.function.*;\n";

  private static final Pattern PUBLIC = Pattern.compile("public (?:class|record|enum) (\\w+)");

  private final Map<String, ByteArrayOutputStream> compiled = new HashMap<>();

  /** Compiles classes of the unnamed package, or of packages that the source names. */
  Version(String... sources) {
    super(Version.class.getClassLoader());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null);
    List<String> options = List.of("-proc:none", "-nowarn");
    List<Source> units = List.of(sources).stream().map(Source::new).toList();
    if (!compiler.getTask(messages, new Memory(standard), null, options, null, units).call()) {
      throw new IllegalArgumentException(messages.toString());
    }
  }

  /** What {@code Make.it()} makes. */
  Object make() {
    return Objects.requireNonNull(call("it"));
  }

  /** Calls a method of {@code Make}. */
  @Nullable Object call(String name, Object... arguments) {
    try {
      Method method =
          Stream.of(loadClass("Make").getDeclaredMethods())
              .filter(candidate -> candidate.getName().equals(name))
              .findFirst()
              .orElseThrow();
      method.setAccessible(true);
      return method.invoke(null, arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    ByteArrayOutputStream bytes = compiled.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes.toByteArray(), 0, bytes.size());
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///" + name(text) + ".java"), Kind.SOURCE);
      this.text = text.startsWith("package") ? text : IMPORTS + text;
    }

    private static String name(String text) {
      Matcher published = PUBLIC.matcher(text);
      return published.find()
          ? published.group(1)
          : "Sources" + Integer.toHexString(text.hashCode());
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    Memory(JavaFileManager standard) {
      super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
      return new ClassFile(name, kind);
    }
  }

  private final class ClassFile extends SimpleJavaFileObject {
    private final String binaryName;

    ClassFile(String binaryName, JavaFileObject.Kind kind) {
      super(URI.create("mem:///" + binaryName.replace('.', '/')), kind);
      this.binaryName = binaryName;
    }

    @Override
    public OutputStream openOutputStream() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      compiled.put(binaryName, bytes);
      return bytes;
    }
  }
}
