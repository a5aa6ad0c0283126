package dev.cairn.agent.weave;

import dev.cairn.agent.mark.Attributes;
import dev.cairn.agent.mark.MarkedMethod;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.StageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a class file what its methods say about Cairn. Annotations are known by name: their
 * types belong to the application's loader, of which there may be several. Stateless.
 */
final class StageReader {
  private static final String CHECKPOINTED = "Ldev/cairn/Checkpointed;";
  private static final String PIPELINE = "Ldev/cairn/Pipeline;";
  private static final String KEY = "Ldev/cairn/Key;";
  private static final String UNSAVED = "Ldev/cairn/Unsaved;";
  private static final String UNCOMPARED = "Ldev/cairn/Uncompared;";
  private static final int API = OpenedClassReader.ASM_API;

  /** What code calls that was woven when it was built, by its internal name. */
  static final String WOVEN_CODE = "dev/cairn/WovenCode";

  private StageReader() {}

  /** Every method of a class, in order, marked or not. */
  static List<MarkedMethod> read(byte[] classFile) {
    List<MarkedMethod> methods = new ArrayList<>();
    ClassReader reader = OpenedClassReader.of(classFile, true);
    String className = reader.getClassName().replace('/', '.');
    reader.accept(new Methods(className, methods), ClassReader.SKIP_FRAMES);
    return methods;
  }

  private static final class Methods extends ClassVisitor {
    private final String className;
    private final List<MarkedMethod> methods;

    Methods(String className, List<MarkedMethod> methods) {
      super(API);
      this.className = className;
      this.methods = methods;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new Method(new StageId(className, name, descriptor), access, methods::add);
    }
  }

  /** One method: its annotations, and the names of its parameters where the compiler kept them. */
  private static final class Method extends MethodVisitor {
    private final StageId id;
    private final int access;
    private final Consumer<MarkedMethod> result;
    private final @Nullable String[] names;
    private final Map<Integer, Integer> parameterOfSlot = new HashMap<>();
    private final List<Set<String>> marks = new ArrayList<>();
    private final Map<String, Map<String, Object>> annotations = new HashMap<>();
    private int named;
    private boolean built;

    Method(StageId id, int access, Consumer<MarkedMethod> result) {
      super(API);
      this.id = id;
      this.access = access;
      this.result = result;
      Type[] types = Type.getArgumentTypes(id.descriptor());
      this.names = new @Nullable String[types.length];
      int slot = (access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
      for (int i = 0; i < types.length; i++) {
        marks.add(new HashSet<>());
        parameterOfSlot.put(slot, i);
        slot += types[i].getSize();
      }
    }

    @Override
    public void visitParameter(@Nullable String name, int parameterAccess) {
      if (named < names.length) {
        names[named++] = name;
      }
    }

    @Override
    public void visitLocalVariable(
        String name,
        String descriptor,
        @Nullable String signature,
        Label start,
        Label end,
        int index) {
      Integer parameter = parameterOfSlot.get(index);
      if (parameter != null && names[parameter] == null) {
        names[parameter] = name;
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean ofInterface) {
      built |= owner.equals(WOVEN_CODE) && name.equals("enter");
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      if (!descriptor.equals(CHECKPOINTED) && !descriptor.equals(PIPELINE)) {
        return null;
      }
      return new Values(annotations.computeIfAbsent(descriptor, unused -> new HashMap<>()));
    }

    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(
        int parameter, String descriptor, boolean visible) {
      marks.get(parameter).add(descriptor);
      return null;
    }

    @Override
    public void visitEnd() {
      result.accept(
          new MarkedMethod(
              id, access, attributes(CHECKPOINTED), attributes(PIPELINE), parameters(), built));
    }

    private Optional<Attributes> attributes(String annotation) {
      return Optional.ofNullable(annotations.get(annotation)).map(Attributes::new);
    }

    private List<Parameter> parameters() {
      List<Parameter> parameters = new ArrayList<>();
      for (int i = 0; i < names.length; i++) {
        String name = names[i] == null ? "arg" + i : names[i];
        Set<String> on = marks.get(i);
        parameters.add(
            new Parameter(name, on.contains(KEY), on.contains(UNSAVED), on.contains(UNCOMPARED)));
      }
      return parameters;
    }
  }

  /** The attributes that stand in one annotation. */
  private static final class Values extends AnnotationVisitor {
    private final Map<String, Object> values;

    Values(Map<String, Object> values) {
      super(API);
      this.values = values;
    }

    @Override
    public void visit(String name, Object value) {
      values.put(name, value);
    }

    @Override
    public void visitEnum(String name, String descriptor, String constant) {
      values.put(name, constant);
    }
  }
}
