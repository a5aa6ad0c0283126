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
    Class<?> type = new WithoutOuter().loadClass(Outer.Inner.class.getName());

    Kind kind = new Kinds(Access.best()).of(type);

    assertThat(kind).isInstanceOf(Kind.Unsupported.class);
    assertThat(((Kind.Unsupported) kind).reason())
        .contains("names a class that cannot be loaded", "Outer");
  }

  /** Has a class inside. */
  private static final class Outer {
    /** Knows the outer one. */
    private static final class Inner {
      final Outer outer = new Outer();
    }
  }

  /** Has the inner class of its own, and no outer one. */
  private static final class WithoutOuter extends ClassLoader {
    WithoutOuter() {
      super(Object.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (!name.endsWith("Inner")) {
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
