package dev.cairn.agent.weave;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * The call to which a body comes down that does nothing else: it loads what it was given, and
 * constants, calls one method, and returns what that returns. Parameters may have defaults, as
 * Kotlin writes them; checks of parameters for null count as nothing.
 *
 * @param opcode how the method is called
 * @param owner the internal name of its class
 * @param method its name and descriptor
 * @param receiver what it is called on; {@code CONSTANT} for a static one
 * @param arguments what it is given
 */
record HandedOn(
    int opcode, String owner, String method, Value receiver, List<HandedOn.Value> arguments) {

  /** Where a value comes from. */
  sealed interface Value {
    /** The receiver of the body's method. */
    record Self() implements Value {}

    /** One of its parameters, counted from 0. */
    record Given(int parameter) implements Value {}

    /** What is always the same. */
    record Constant() implements Value {}

    /** What a static field holds. */
    record Static() implements Value {}

    /** Whether a parameter was given, or its default counts. */
    record Choice() implements Value {}
  }

  /**
   * What a body comes down to, if it is of that kind.
   *
   * @param method its name and descriptor
   * @param given its receiver, if it has one, and its arguments
   */
  static Optional<HandedOn> by(byte[] classFile, String method, List<Value> given) {
    Search search = new Search(method, given);
    OpenedClassReader.of(classFile, true)
        .accept(search, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return search.body.flatMap(Body::result);
  }

  private static final class Search extends ClassVisitor {
    private final String wanted;
    private final List<Value> given;
    private Optional<Body> body = Optional.empty();

    Search(String wanted, List<Value> given) {
      super(OpenedClassReader.ASM_API);
      this.wanted = wanted;
      this.given = given;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (!(name + descriptor).equals(wanted)) {
        return null;
      }
      body = Optional.of(new Body((access & Opcodes.ACC_STATIC) != 0, descriptor, given));
      return body.get();
    }
  }

  /** Follows the values through one body; any instruction that it does not know spoils it. */
  private static final class Body extends MethodVisitor {
    private static final String NULL_CHECKS = "kotlin/jvm/internal/Intrinsics";
    private static final String OF_A_PARAMETER = "(Ljava/lang/Object;Ljava/lang/String;)V";

    private final Map<Integer, Value> locals = new HashMap<>();
    private final Deque<Value> stack = new ArrayDeque<>();
    private @Nullable HandedOn call;
    private boolean returned;
    private boolean spoiled;

    Body(boolean isStatic, String descriptor, List<Value> given) {
      super(OpenedClassReader.ASM_API);
      int slot = 0;
      int next = 0;
      if (!isStatic) {
        locals.put(slot++, given.get(next++));
      }
      for (Type type : Type.getArgumentTypes(descriptor)) {
        locals.put(slot, given.get(next++));
        slot += type.getSize();
      }
    }

    Optional<HandedOn> result() {
      return returned && !spoiled ? Optional.ofNullable(call) : Optional.empty();
    }

    private void push(Value value) {
      spoiled |= call != null;
      stack.push(value);
    }

    private Value pop() {
      spoiled |= call != null || stack.isEmpty();
      return stack.isEmpty() ? new Value.Constant() : stack.pop();
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.DCONST_1) {
        push(new Value.Constant());
      } else if (opcode == Opcodes.IAND) {
        pop();
        pop();
        push(new Value.Choice());
      } else {
        spoiled |= opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN || call == null || returned;
        returned = true;
      }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      spoiled |= opcode == Opcodes.NEWARRAY;
      push(new Value.Constant());
    }

    @Override
    public void visitLdcInsn(Object value) {
      spoiled |= !(value instanceof Number || value instanceof String);
      push(new Value.Constant());
    }

    /** A default takes the place of a parameter; where it was given it stays, so that one stays. */
    @Override
    public void visitVarInsn(int opcode, int slot) {
      Value known = locals.get(slot);
      spoiled |= known == null || opcode == Opcodes.RET;
      if (opcode >= Opcodes.ISTORE) {
        spoiled |= !(pop() instanceof Value.Constant);
      } else if (known != null) {
        push(known);
      }
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      spoiled |= opcode != Opcodes.IFEQ || !(pop() instanceof Value.Choice) || !stack.isEmpty();
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      spoiled |= opcode != Opcodes.GETSTATIC;
      push(new Value.Static());
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean ofInterface) {
      if (owner.equals(NULL_CHECKS) && descriptor.equals(OF_A_PARAMETER)) {
        pop();
        pop();
        return;
      }
      List<Value> arguments = new ArrayList<>();
      for (int i = Type.getArgumentTypes(descriptor).length; i > 0; i--) {
        arguments.add(pop());
      }
      Collections.reverse(arguments);
      Value receiver = opcode == Opcodes.INVOKESTATIC ? new Value.Constant() : pop();
      spoiled |= !stack.isEmpty();
      call = new HandedOn(opcode, owner, name + descriptor, receiver, arguments);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      spoiled = true;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      spoiled = true;
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
      spoiled = true;
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
      spoiled = true;
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
      spoiled = true;
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      spoiled = true;
    }

    @Override
    public void visitTryCatchBlock(
        Label start, Label end, Label handler, @Nullable String exception) {
      spoiled = true;
    }
  }
}
