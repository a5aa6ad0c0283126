package dev.cairn.agent.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Weaves stages and pipelines when they are built: a plug-in of Byte Buddy's Maven plug-in. The
 * Byte Buddy that is linked here is that of the build; what weaves is the one in cairn.jar.
 */
public final class BuildPlugin implements Plugin {
  private static final String WEAVER = "dev.cairn.agent.weave.BuildWeaver";
  private static final Set<String> MARKS = Set.of("dev.cairn.Checkpointed", "dev.cairn.Pipeline");

  private final Function<Object[], byte[]> weaver;

  /**
   * Called by the build.
   *
   * @throws IOException if cairn.jar cannot be read
   * @throws ReflectiveOperationException if it is not whole
   */
  @SuppressWarnings("unchecked")
  public BuildPlugin() throws IOException, ReflectiveOperationException {
    this.weaver =
        (Function<Object[], byte[]>)
            AgentMain.inside(WEAVER).getDeclaredConstructor().newInstance();
  }

  @Override
  public boolean matches(TypeDescription type) {
    return type.getDeclaredMethods().stream()
        .flatMap(method -> method.getDeclaredAnnotations().stream())
        .anyMatch(annotation -> MARKS.contains(annotation.getAnnotationType().getName()));
  }

  @Override
  public DynamicType.Builder<?> apply(
      DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator locator) {
    ClassLoader others = new OtherClasses(locator);
    Consumer<String> teller = AgentMain::warn;
    return builder.visit(
        new Replacing(
            plain -> {
              byte[] woven = weaver.apply(new Object[] {plain, others, teller});
              return woven == null ? plain : woven;
            }));
  }

  @Override
  public void close() {}

  /** Class files of the build's class path; no class is loaded by it. */
  private static final class OtherClasses extends ClassLoader {
    private static final String SUFFIX = ".class";

    private final ClassFileLocator locator;

    OtherClasses(ClassFileLocator locator) {
      super(null);
      this.locator = locator;
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String resource) {
      String name = resource.substring(0, resource.length() - SUFFIX.length()).replace('/', '.');
      try {
        ClassFileLocator.Resolution found = locator.locate(name);
        return found.isResolved() ? new ByteArrayInputStream(found.resolve()) : null;
      } catch (IOException e) {
        return null;
      }
    }
  }

  /** Puts a class file in the place of another, which is known when it has been visited. */
  private static final class Replacing extends AsmVisitorWrapper.AbstractBase {
    private final UnaryOperator<byte[]> change;

    Replacing(UnaryOperator<byte[]> change) {
      this.change = change;
    }

    @Override
    public ClassVisitor wrap(
        TypeDescription type,
        ClassVisitor downstream,
        Implementation.Context context,
        TypePool pool,
        FieldList<FieldDescription.InDefinedShape> fields,
        MethodList<?> methods,
        int writerFlags,
        int readerFlags) {
      ClassWriter collected = new ClassWriter(0);
      return new ClassVisitor(OpenedClassReader.ASM_API, collected) {
        @Override
        public void visitEnd() {
          super.visitEnd();
          new ClassReader(change.apply(collected.toByteArray())).accept(downstream, 0);
        }
      };
    }
  }
}
