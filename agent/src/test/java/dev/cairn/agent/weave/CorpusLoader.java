package dev.cairn.agent.weave;

import dev.cairn.agent.mark.MarkedMethod;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.bytebuddy.jar.asm.Opcodes;

/** A loader of libraries that weaves every method of some of their classes. */
final class CorpusLoader extends URLClassLoader {
  private final Set<String> toWeave;
  private final UnaryOperator<byte[]> spoiler;
  private final ByteBuddyWeaver weaver = new ByteBuddyWeaver(StageAdvice.class);
  private int methods;

  CorpusLoader(List<Path> jars, Set<String> toWeave, UnaryOperator<byte[]> spoiler) {
    super(
        jars.stream().map(CorpusLoader::url).toArray(URL[]::new),
        ClassLoader.getPlatformClassLoader());
    this.toWeave = toWeave;
    this.spoiler = spoiler;
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** How many methods were woven. */
  int methods() {
    return methods;
  }

  /** Has the JVM verify a class, without running any code of it; empty if it takes it. */
  Optional<Throwable> link(String className) {
    try {
      // which links the class before it looks
      Class.forName(className, false, this).getDeclaredConstructors();
      return Optional.empty();
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      return Optional.of(e);
    }
  }

  /** Without the signatures of the jars, which woven classes cannot have. */
  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] plain = in.readAllBytes();
      byte[] bytes = toWeave.contains(name) ? spoiler.apply(woven(name, plain)) : plain;
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private byte[] woven(String name, byte[] plain) {
    Map<String, Integer> numbers = new HashMap<>();
    for (MarkedMethod method : StageReader.read(plain)) {
      if (!method.id().methodName().startsWith("<")
          && !method.has(Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) {
        numbers.put(method.id().methodName() + method.id().descriptor(), numbers.size());
      }
    }
    methods += numbers.size();
    return numbers.isEmpty() ? plain : weaver.weave(this, name, plain, numbers);
  }
}
