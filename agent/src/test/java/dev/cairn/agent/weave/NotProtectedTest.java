package dev.cairn.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import dev.cairn.agent.mark.NamedMethods;
import dev.cairn.core.config.MethodPattern;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** What cannot be protected is told with its reason; the class is left alone. */
class NotProtectedTest {
  private final Weave weave = new Weave();

  @Test
  void aConstructor() {
    transform(method("<init>", "()V", Opcodes.ACC_PUBLIC));

    assertThat(weave.told.notProtected)
        .singleElement()
        .asString()
        .startsWith("com.acme.Odd#<init>: a constructor cannot be skipped");
  }

  @Test
  void aKotlinSuspendFunction() {
    String descriptor = "(ILkotlin/coroutines/Continuation;)Ljava/lang/Object;";

    transform(method("load", descriptor, Opcodes.ACC_PUBLIC));

    assertThat(weave.told.notProtected)
        .singleElement()
        .asString()
        .startsWith("com.acme.Odd#load: a Kotlin suspend function");
  }

  @Test
  void aNativeMethod() {
    transform(method("poll", "()V", Opcodes.ACC_PUBLIC | Opcodes.ACC_NATIVE));

    assertThat(weave.told.notProtected).singleElement().asString().contains("is native");
  }

  @Test
  void aMethodWithoutABody() throws ClassNotFoundException {
    weave.load(Contract.class);

    assertThat(weave.told.notProtected)
        .singleElement()
        .asString()
        .contains("NotProtectedTest$Contract#work: the method has no body");
  }

  @Test
  void attributesWithoutMeaning() throws ClassNotFoundException {
    weave.load(Mistaken.class);

    assertThat(weave.told.notProtected).hasSize(2);
    assertThat(weave.told.notProtected.get(0)).contains("#hasty", "backoff = \"soon\"");
    assertThat(weave.told.notProtected.get(1)).contains("#negative", "retries = -1");
    assertThat(weave.told.woven).containsExactly("right");
  }

  @Test
  void aMethodThatIsBothIsAPipelineAndTheDoubtIsTold() throws ClassNotFoundException {
    weave.load(Both.class);

    assertThat(weave.methods.method(0)).isInstanceOf(WovenMethod.Pipeline.class);
    assertThat(weave.told.doubtful).singleElement().asString().startsWith("run is @Pipeline and");
  }

  @Test
  void aClassFileThatNobodyCanRead() {
    byte[] broken = ClassFiles.of(Both.class);
    broken[8] = (byte) 0xff;
    broken[9] = (byte) 0xff;

    byte[] woven =
        weave.transformer().transform(weave.loader("com.acme."), "com/acme/X", null, null, broken);

    assertThat(woven).isNull();
    assertThat(weave.failures).singleElement().asString().startsWith("com.acme.X: ");
  }

  @Test
  void aPatternOfTheSettingsNeverMeansConstructors() throws ClassNotFoundException {
    NamedMethods all = new NamedMethods(List.of(MethodPattern.of("**#*")), List.of());
    Weave named = new Weave(all);

    named.load(Plain.class);

    assertThat(named.told.woven).containsExactly("work");
    assertThat(named.told.notProtected).isEmpty();
  }

  private void transform(byte[] classFile) {
    byte[] woven =
        weave
            .transformer()
            .transform(weave.loader("com.acme."), "com/acme/Odd", null, null, classFile);
    assertThat(woven).isNull();
  }

  private static byte[] method(String name, String descriptor, int access) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/acme/Odd", null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(access, name, descriptor, null, null);
    method.visitAnnotation("Ldev/cairn/Checkpointed;", true).visitEnd();
    if ((access & Opcodes.ACC_NATIVE) == 0) {
      method.visitCode();
      method.visitInsn(Opcodes.ACONST_NULL);
      method.visitInsn(descriptor.endsWith("V") ? Opcodes.RETURN : Opcodes.ARETURN);
      method.visitMaxs(0, 0);
    }
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  @SuppressWarnings("unused") // its class file is what matters
  private interface Contract {
    @Checkpointed
    void work();
  }

  @SuppressWarnings("unused") // its class file is what matters
  private static final class Mistaken {
    @Checkpointed(retries = 1, backoff = "soon")
    void hasty() {}

    @Checkpointed(retries = -1)
    void negative() {}

    @Checkpointed
    void right() {}
  }

  @SuppressWarnings("unused") // its class file is what matters
  private static final class Both {
    @Pipeline
    @Checkpointed
    void run() {}
  }

  @SuppressWarnings("unused") // its class file is what matters
  private static final class Plain {
    void work() {}
  }
}
