package dev.cairn.core.graph.code;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;

/** Where in one method {@code this}, or what may be it, is used, and how. */
final class ThisFlow extends BasicInterpreter {
  private final BasicValue self = new Self();
  private final ThisTrace trace;

  ThisFlow(ThisTrace trace) {
    super(Opcodes.ASM9);
    this.trace = trace;
  }

  /** Equal to itself only, so that a merge which yields it counts as a change. */
  private static final class Self extends BasicValue {
    Self() {
      super(Type.getObjectType("java/lang/Object"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  @SuppressWarnings("ReferenceEquality") // There is one, and it equals nothing else.
  private boolean isSelf(@Nullable BasicValue value) {
    return value == self;
  }

  private void escapeIfSelf(@Nullable BasicValue value, String how) {
    if (isSelf(value)) {
      trace.escape(how);
    }
  }

  @Override
  public BasicValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
    return isInstanceMethod && local == 0 ? self : newValue(type);
  }

  @Override
  public @Nullable BasicValue unaryOperation(AbstractInsnNode insn, BasicValue value)
      throws AnalyzerException {
    switch (insn.getOpcode()) {
      case Opcodes.CHECKCAST -> {
        return isSelf(value) ? self : super.unaryOperation(insn, value);
      }
      case Opcodes.GETFIELD -> {
        if (isSelf(value)) {
          trace.use((FieldInsnNode) insn);
        }
      }
      case Opcodes.PUTSTATIC -> escapeIfSelf(value, "stores it in " + field(insn));
      case Opcodes.ATHROW -> escapeIfSelf(value, "throws it");
      default -> {}
    }
    return super.unaryOperation(insn, value);
  }

  @Override
  public @Nullable BasicValue binaryOperation(
      AbstractInsnNode insn, BasicValue first, BasicValue second) throws AnalyzerException {
    if (insn.getOpcode() == Opcodes.PUTFIELD) {
      escapeIfSelf(second, "stores it in " + field(insn));
      if (isSelf(first)) {
        trace.use((FieldInsnNode) insn);
      }
    }
    return super.binaryOperation(insn, first, second);
  }

  @Override
  public @Nullable BasicValue ternaryOperation(
      AbstractInsnNode insn, BasicValue array, BasicValue index, BasicValue value)
      throws AnalyzerException {
    escapeIfSelf(value, "stores it in an array");
    return super.ternaryOperation(insn, array, index, value);
  }

  @Override
  public @Nullable BasicValue naryOperation(
      AbstractInsnNode insn, List<? extends BasicValue> values) throws AnalyzerException {
    boolean first = !values.isEmpty() && isSelf(values.get(0));
    for (int i = 1; i < values.size(); i++) {
      escapeIfSelf(values.get(i), passedTo(insn));
    }
    if (first && insn instanceof InvokeDynamicInsnNode capture) {
      trace.capture(capture);
    } else if (first && insn.getOpcode() == Opcodes.INVOKESTATIC) {
      trace.escape(passedTo(insn));
    } else if (first && insn instanceof MethodInsnNode call) {
      trace.call(call);
    }
    return super.naryOperation(insn, values);
  }

  @Override
  public void returnOperation(AbstractInsnNode insn, BasicValue value, BasicValue expected) {
    escapeIfSelf(value, "returns it");
  }

  private static String field(AbstractInsnNode insn) {
    FieldInsnNode access = (FieldInsnNode) insn;
    return "the field " + ThisTrace.named(access.owner, access.name);
  }

  private static String passedTo(AbstractInsnNode insn) {
    if (insn instanceof MethodInsnNode call) {
      return call.name.equals("<init>")
          ? "hands it to a new " + ThisTrace.named(call.owner, "").replaceFirst("\\.$", "")
          : "passes it to " + ThisTrace.named(call.owner, call.name);
    }
    return insn instanceof InvokeDynamicInsnNode joined && joined.name.startsWith("makeConcat")
        ? "makes it part of a text"
        : "hands it to an invokedynamic";
  }

  /** What may be {@code this} is treated as if it were. */
  @Override
  public BasicValue merge(BasicValue first, BasicValue second) {
    return isSelf(first) || isSelf(second) ? self : super.merge(first, second);
  }
}
