package dev.cairn.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.Cairn;
import dev.cairn.Checkpointed;
import dev.cairn.Unsaved;
import dev.cairn.agent.mark.NamedMethods;
import dev.cairn.core.config.MethodPattern;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StageWeaverTest {
  private final Weave weave = new Weave();

  @AfterEach
  void leaveTheBridge() {
    weave.bridge.bypass();
  }

  @Test
  void theClassKeepsItsShape() throws ClassNotFoundException {
    Class<?> woven = weave.load(Shaped.class);

    assertThat(weave.told.woven).containsExactly("work");
    assertThat(ObjectStreamClass.lookup(woven).getSerialVersionUID())
        .isEqualTo(ObjectStreamClass.lookup(Shaped.class).getSerialVersionUID());
    assertThat(shape(woven)).isEqualTo(shape(Shaped.class));
  }

  @Test
  void tellsWhatAStageHasAsInputs() throws ClassNotFoundException {
    weave.load(Totals.class);

    assertThat(weave.told.inputs)
        .containsEntry("add", "amount, this.sum, this.times (not saved)")
        .containsEntry("of", "amounts")
        .hasEntrySatisfying(
            "publish",
            inputs ->
                assertThat(inputs)
                    .startsWith("this.sum, this.times (not saved), this.unused; all fields of this")
                    .endsWith("Totals.publish passes it to List.add"));
  }

  @SuppressWarnings({"unused", "UnusedVariable"}) // who reads them is what is told
  static final class Totals {
    private int sum;
    @Unsaved private Long times = 0L;
    private int unused;

    @Checkpointed
    void add(int amount) {
      sum += amount;
      times = times + 1;
    }

    @Checkpointed
    static int of(int[] amounts) {
      return amounts.length;
    }

    @Checkpointed
    void publish() {
      List.<Object>of().add(this);
    }
  }

  private static List<String> shape(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods()).map(Method::toGenericString).sorted().toList();
  }

  @Test
  void aTypeThatIsAbsentDoesNotMatterToTheOthers() throws Throwable {
    byte[] classFile = mentionsAbsentType();
    ClassFiles.Loader loader = weave.loader("com.acme.");

    Class<?> woven = loader.define("com.acme.Odd", classFile);
    weave.bridge.answer("held");

    assertThat(weave.failures).isEmpty();
    // reflection would look for the absent type too
    MethodType type = MethodType.methodType(Object.class, Object.class);
    assertThat(MethodHandles.publicLookup().findStatic(woven, "work", type).invoke("x"))
        .isEqualTo("held");
  }

  @Test
  void theSettingsMarkMethodsThatAreNotAnnotated() throws ClassNotFoundException {
    MethodPattern pattern = MethodPattern.of(Unmarked.class.getName() + "#work");
    Weave named = new Weave(new NamedMethods(List.of(pattern), List.of()));

    named.load(Unmarked.class);

    assertThat(named.told.woven).containsExactly("work");
  }

  @Test
  void theApisMethodsAreWovenByName() throws Exception {
    Class<?> api = weave.load(Cairn.class);
    weave.bridge.answer("held");

    assertThat(stage(api, "parse")).isEqualTo("held");
    assertThat(weave.told.woven)
        .containsExactlyInAnyOrder("run", "run", "stage", "stage", "wrap", "wrap", "wrap", "put");
  }

  private static Object stage(Class<?> api, String name) throws Exception {
    Class<?> body = api.getClassLoader().loadClass(Cairn.Body.class.getName());
    return api.getMethod("stage", String.class, body).invoke(null, name, null);
  }

  @Test
  void equalMethodsOfManyLoadersHaveOneNumber() throws ClassNotFoundException {
    weave.load(Unshaped.class);
    weave.load(Unshaped.class);

    assertThat(weave.told.woven).containsExactly("work", "work");
    assertThat(weave.methods.numberOf(weave.methods.method(0))).isZero();
    assertThatThrownBy(() -> weave.methods.method(1))
        .isInstanceOf(ArrayIndexOutOfBoundsException.class);
  }

  @Test
  void classesOfTheJdkAndOfCairnAreLeftAlone() {
    StageTransformer transformer = weave.transformer();
    byte[] classFile = ClassFiles.of(Kinds.class);

    assertThat(transformer.transform(null, "x/Y", null, null, classFile)).isNull();
    assertThat(
            transformer.transform(
                ClassLoader.getPlatformClassLoader(), "x/Y", null, null, classFile))
        .isNull();
    assertThat(
            transformer.transform(
                StageTransformer.class.getClassLoader(), "x/Y", null, null, classFile))
        .isNull();
    assertThat(weave.told.woven).isEmpty();
  }

  /** Its second method mentions a type that no class path holds. */
  private static byte[] mentionsAbsentType() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/acme/Odd", null, "java/lang/Object", null);
    stage(writer, "work", "(Ljava/lang/Object;)Ljava/lang/Object;");
    stage(writer, "optional", "(Lcom/absent/Thing;)Lcom/absent/Thing;");
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void stage(ClassWriter writer, String name, String descriptor) {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    MethodVisitor method = writer.visitMethod(access, name, descriptor, null, null);
    method.visitAnnotation("Ldev/cairn/Checkpointed;", true).visitEnd();
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  /** Without a serialVersionUID of its own: a member more would change it. */
  @SuppressWarnings({"serial", "unused"})
  private static final class Shaped implements Serializable {
    @Checkpointed
    String work(String text) {
      return text;
    }
  }

  @SuppressWarnings("unused") // its class file is what matters
  private static final class Unshaped {
    @Checkpointed
    void work() {}
  }

  @SuppressWarnings("unused") // its class file is what matters
  private static final class Unmarked {
    void work() {}

    void play() {}
  }
}
