package dev.cairn.core.graph.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.reflect.Access;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KindsTest {
  @Test
  void refusesAClassWithAFieldOfAClassThatIsNowhere() throws Exception {
    Class<?> type = new WithoutMissing().loadClass(Holding.class.getName());

    Kind kind = new Kinds(Access.best()).of(type);

    assertThat(kind).isInstanceOf(Kind.Unsupported.class);
    assertThat(((Kind.Unsupported) kind).reason())
        .contains("names a class that cannot be loaded", "Missing");
  }

  /** Nowhere, for the loader of {@link Holding}. */
  record Missing() {}

  /** Names the missing one. */
  record Holding(Missing missing) {}

  /** Has a class, and not the one that this class names. */
  private static final class WithoutMissing extends ClassLoader {
    WithoutMissing() {
      super(Object.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (!name.endsWith("Holding")) {
        throw new ClassNotFoundException(name);
      }
      String file = "/" + name.replace('.', '/') + ".class";
      try (InputStream in = Objects.requireNonNull(KindsTest.class.getResourceAsStream(file))) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
