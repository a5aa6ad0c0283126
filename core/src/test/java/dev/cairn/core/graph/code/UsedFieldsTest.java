package dev.cairn.core.graph.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.graph.app.FieldMarks;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StageId;
import dev.cairn.core.model.StagePolicy;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Type;

@SuppressWarnings({"HidingField"}) // two fields of one name are what is tested
class UsedFieldsTest {

  interface Counting {
    default void countTwice() {
      count();
      count();
    }

    void count();
  }

  static class Base {
    int inherited;
    int own;

    void increase() {
      inherited++;
    }

    void hook() {}

    final void template() {
      hook();
    }
  }

  @SuppressWarnings("unused")
  static class Pipeline extends Base implements Counting {
    static Pipeline last;
    int own;
    int first;
    int second;
    int third;
    List<Object> list = new ArrayList<>();
    Pipeline other;

    void none() {}

    void one() {
      first = 1;
    }

    void through() {
      privately();
    }

    private void privately() {
      deeper(3);
    }

    private int deeper(int depth) {
      return depth == 0 ? second : deeper(depth - 1);
    }

    int lambda() {
      return IntStream.range(0, 3).map(i -> i + third).sum();
    }

    Supplier<Integer> reference() {
      return this::readFirst;
    }

    int readFirst() {
      return first;
    }

    int nested() {
      Supplier<Supplier<Integer>> outer = () -> () -> second;
      return outer.get().get();
    }

    void superCall() {
      super.increase();
    }

    @Override
    void hook() {
      third++;
    }

    @Override
    public void count() {
      first++;
    }

    void hiddenField() {
      super.own = own;
    }

    void passes() {
      Objects.requireNonNull(this);
    }

    void stores() {
      list.add(this);
    }

    Pipeline returns() {
      return this;
    }

    void publishes() {
      last = this;
    }

    void assignsToOther(Pipeline target) {
      target.other = this;
    }

    Object inner() {
      return new Object() {
        @Override
        public String toString() {
          return "" + first;
        }
      };
    }

    int maybe(Pipeline given) {
      Pipeline chosen = given == null ? this : given;
      return chosen.second;
    }

    int ofAnother(Pipeline given) {
      return given.second;
    }

    Object[] array() {
      return new Object[] {this};
    }

    int harmless() {
      return getClass().hashCode() + first;
    }

    String concatenation() {
      return "me: " + this;
    }

    void guarded() {
      synchronized (this) {
        first++;
      }
    }
  }

  static class Alone {
    int first;
    int second;

    void one() {
      first = second;
    }
  }

  static class Special extends Pipeline {
    int special;

    @Override
    void hook() {
      special++;
    }
  }

  private static Set<String> used(Class<?> receiver, String method, String descriptor) {
    UsedFields used =
        UsedFields.of(receiver, new StageId(declaring(receiver, method), method, descriptor));
    if (used.whyAll().isPresent()) {
      return Set.of("all");
    }
    return FieldMarks.fields(receiver, Object.class).stream()
        .filter(used::contains)
        .map(UsedFieldsTest::name)
        .collect(Collectors.toSet());
  }

  private static String declaring(Class<?> receiver, String method) {
    for (Class<?> c = receiver; c != null; c = c.getSuperclass()) {
      for (Method declared : c.getDeclaredMethods()) {
        if (declared.getName().equals(method)) {
          return c.getName();
        }
      }
    }
    return Counting.class.getName();
  }

  private static String name(Field field) {
    return field.getDeclaringClass() == Base.class ? "Base." + field.getName() : field.getName();
  }

  private static Set<String> used(String method, String descriptor) {
    return used(Pipeline.class, method, descriptor);
  }

  @Test
  void findsWhatIsReadAndAssigned() {
    assertThat(used("none", "()V")).isEmpty();
    assertThat(used("one", "()V")).containsExactly("first");
    assertThat(used("guarded", "()V")).containsExactly("first");
    assertThat(used("harmless", "()I")).containsExactly("first");
  }

  @Test
  void followsMethodsOfTheSameClassToAnyDepth() {
    assertThat(used("through", "()V")).containsExactly("second");
    assertThat(used("superCall", "()V")).containsExactly("Base.inherited");
    assertThat(used("countTwice", "()V")).containsExactly("first");
  }

  @Test
  void followsLambdasAndMethodReferences() {
    assertThat(used("lambda", "()I")).containsExactly("third");
    assertThat(used("reference", "()Ljava/util/function/Supplier;")).containsExactly("first");
    assertThat(used("nested", "()I")).containsExactly("second");
  }

  @Test
  void asksTheRuntimeClassWhatAnOverriddenMethodDoes() {
    assertThat(used("template", "()V")).containsExactly("third");
    assertThat(used(Special.class, "template", "()V")).containsExactly("special");
  }

  @Test
  void tellsFieldsOfOneNameApart() {
    assertThat(used("hiddenField", "()V")).containsExactlyInAnyOrder("own", "Base.own");
  }

  @Test
  void takesWhatMayBeThisForThis() {
    String given = "(L" + Pipeline.class.getName().replace('.', '/') + ";)I";

    assertThat(used("maybe", given)).containsExactly("second");
    assertThat(used("ofAnother", given)).isEmpty();
  }

  @Test
  void takesAllFieldsWhereThisEscapes() {
    String self = "L" + Pipeline.class.getName().replace('.', '/') + ";";

    assertThat(used("passes", "()V")).containsExactly("all");
    assertThat(used("stores", "()V")).containsExactly("all");
    assertThat(used("returns", "()" + self)).containsExactly("all");
    assertThat(used("publishes", "()V")).containsExactly("all");
    assertThat(used("assignsToOther", "(" + self + ")V")).containsExactly("all");
    assertThat(used("inner", "()Ljava/lang/Object;")).containsExactly("all");
    assertThat(used("array", "()[Ljava/lang/Object;")).containsExactly("all");
    assertThat(used("concatenation", "()Ljava/lang/String;")).containsExactly("all");
  }

  @Test
  void saysWhichMethodDoesWhatWithThis() {
    String self = "L" + Pipeline.class.getName().replace('.', '/') + ";";

    assertThat(whyAll("passes", "()V"))
        .isEqualTo("UsedFieldsTest.Pipeline.passes passes it to Objects.requireNonNull");
    assertThat(whyAll("stores", "()V")).endsWith("stores passes it to List.add");
    assertThat(whyAll("returns", "()" + self)).endsWith("returns returns it");
    assertThat(whyAll("publishes", "()V"))
        .endsWith("publishes stores it in the field UsedFieldsTest.Pipeline.last");
    assertThat(whyAll("assignsToOther", "(" + self + ")V"))
        .endsWith("assignsToOther stores it in the field UsedFieldsTest.Pipeline.other");
    assertThat(whyAll("inner", "()Ljava/lang/Object;"))
        .endsWith("inner hands it to a new UsedFieldsTest.Pipeline.1");
    assertThat(whyAll("array", "()[Ljava/lang/Object;")).endsWith("stores it in an array");
    assertThat(whyAll("concatenation", "()Ljava/lang/String;"))
        .matches(".*concatenation (makes it part of a text|passes it to String.valueOf)");
  }

  private static String whyAll(String method, String descriptor) {
    StageId stage = new StageId(Pipeline.class.getName(), method, descriptor);
    return UsedFields.of(Pipeline.class, stage).whyAll().orElseThrow();
  }

  /** What the line at class load shows, and what counts at the call, come from one analysis. */
  @Test
  void saysTheSameFromClassFilesAlone() throws IOException {
    byte[] classFile = classFile(Pipeline.class);
    for (Method method : Pipeline.class.getDeclaredMethods()) {
      String descriptor = Type.getMethodDescriptor(method);
      StageId id = new StageId(Pipeline.class.getName(), method.getName(), descriptor);
      UsedFields used = UsedFields.of(Pipeline.class, id);

      StageInputs declared =
          DeclaredInputs.of(stage(id), classFile, Pipeline.class.getClassLoader(), false);

      assertThat(declared.whyAll()).as("%s", id).isEqualTo(used.whyAll());
      assertThat(declared.names())
          .as("%s", id)
          .containsExactlyInAnyOrderElementsOf(
              FieldMarks.fields(Pipeline.class, Object.class).stream()
                  .filter(used::contains)
                  .map(field -> "this." + field.getName())
                  .toList());
    }
  }

  private static StageDefinition stage(StageId id) {
    return new StageDefinition(id, id.defaultName(), List.of(), StagePolicy.DEFAULT);
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  @Test
  void takesAllFieldsWhereCodeCannotBeRead() throws ReflectiveOperationException {
    ClassLoader blind =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(Alone.class.getName())
                ? define(name)
                : super.loadClass(name, resolve);
          }

          private Class<?> define(String name) throws ClassNotFoundException {
            try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
              byte[] bytes = Objects.requireNonNull(in).readAllBytes();
              return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
              throw new ClassNotFoundException(name, e);
            }
          }

          @Override
          public InputStream getResourceAsStream(String name) {
            return null;
          }
        };

    assertThat(used(blind.loadClass(Alone.class.getName()), "one", "()V")).containsExactly("all");
  }
}
