package dev.cairn.agent.weave;

import dev.cairn.agent.mark.NamedMethods;
import dev.cairn.core.graph.code.StageInputs;
import dev.cairn.core.model.StageId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import net.bytebuddy.jar.asm.Attribute;
import net.bytebuddy.jar.asm.ByteVector;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Weaves classes when they are built, with the advice of the agent: it calls a class on the
 * application's own class path, since there may be no agent that could define one in the JDK's. The
 * class as it was goes along, as an attribute that no JVM looks at: by it inputs and code are told,
 * so that they are the same whichever way a class was woven. Called by the build, by name.
 */
public final class BuildWeaver implements Function<Object[], byte @Nullable []> {
  private static final String BRIDGE = "java/lang/CairnBridge";
  private static final String UNWOVEN = "dev.cairn.Unwoven";

  private final ByteBuddyWeaver weaver = new ByteBuddyWeaver(EnterBuilt.class);

  /** Called by the build's plug-in, by name. */
  public BuildWeaver() {}

  /**
   * Weaves a class.
   *
   * @param given its bytes; a class loader, which is asked for the files of other classes only; a
   *     {@code Consumer<String>}, told in a sentence of each method that cannot be protected
   * @return its new bytes; null if it stays as it is
   */
  @Override
  public byte @Nullable [] apply(Object[] given) {
    byte[] classFile = (byte[]) given[0];
    @SuppressWarnings("unchecked")
    Consumer<String> teller = (Consumer<String>) given[2];
    StageWeaver stages =
        new StageWeaver(
            (id, as) -> WovenMethods.numberWhenBuilt(id),
            NamedMethods.NONE,
            new Teller(teller),
            weaver);
    byte[] woven = stages.weave((ClassLoader) given[1], classFile);
    return woven == null ? null : settled(woven, classFile);
  }

  private static byte[] settled(byte[] woven, byte[] unwoven) {
    ClassReader reader = OpenedClassReader.of(woven, true);
    ClassWriter writer = new ClassWriter(0);
    SimpleRemapper renaming =
        new SimpleRemapper(OpenedClassReader.ASM_API, BRIDGE, StageReader.WOVEN_CODE);
    reader.accept(new ClassRemapper(writer, renaming), 0);
    writer.visitAttribute(new Unwoven(unwoven));
    return writer.toByteArray();
  }

  /** A class file inside another. */
  private static final class Unwoven extends Attribute {
    private final byte[] classFile;

    Unwoven(byte[] classFile) {
      super(UNWOVEN);
      this.classFile = classFile;
    }

    @Override
    protected ByteVector write(
        ClassWriter writer, byte @Nullable [] code, int length, int stack, int locals) {
      return new ByteVector(classFile.length).putByteArray(classFile, 0, classFile.length);
    }
  }

  private record Teller(Consumer<String> sentences) implements WeaveListener {
    @Override
    public void woven(StageId method, WovenMethod as, Supplier<Optional<StageInputs>> inputs) {}

    @Override
    public void forwarding(StageId method, StageId stage) {}

    @Override
    public void notProtected(String what, String reason) {
      sentences.accept(what + " is NOT protected: " + reason);
    }

    @Override
    public void doubtful(StageId method, String remark) {
      sentences.accept(method.className() + "#" + method.methodName() + " " + remark);
    }
  }
}
