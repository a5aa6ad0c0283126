package dev.cairn.core.graph.code;

import dev.cairn.core.graph.code.OwnClasses.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * What releases of compilers write differently though the source is the same: how a switch over an
 * enum finds its case, when a concatenation makes its texts, which constructors keep the object
 * around. Where it is not certain that this is it, instructions stay as they are. Immutable.
 */
final class CompilerHabits {
  private static final String CONCATENATION = "java/lang/invoke/StringConcatFactory";
  private static final Pattern OUTER = Pattern.compile("this\\$\\d+");
  private static final Set<String> OF_OBJECT =
      Set.of(
          "toString()Ljava/lang/String;",
          "hashCode()I",
          "equals(Ljava/lang/Object;)Z",
          "getClass()Ljava/lang/Class;");

  private final Set<AbstractInsnNode> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<AbstractInsnNode, Map<Integer, String>> constants = new IdentityHashMap<>();
  private final EnumSwitches enums;
  private final MethodNode code;

  private CompilerHabits(OwnClasses classes, MethodNode code) {
    this.enums = new EnumSwitches(classes);
    this.code = code;
  }

  static CompilerHabits of(OwnClasses classes, Method method) {
    CompilerHabits habits = new CompilerHabits(classes, method.code());
    if (method.code().name.equals("<init>")) {
      habits.dropOuter();
    }
    if (habits.mayDiffer()) {
      habits.dropByFlow(method.owner().name);
    }
    return habits;
  }

  boolean drops(AbstractInsnNode instruction) {
    return dropped.contains(instruction);
  }

  /** The key of a case: the name of the enum's constant, where it is one. */
  String key(AbstractInsnNode instruction, int key) {
    return constants.getOrDefault(instruction, Map.of()).getOrDefault(key, Integer.toString(key));
  }

  /** A call of what every object has: the compiler names some class that has it too. */
  static boolean isOfObject(int opcode, String name, String descriptor) {
    return (opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE)
        && OF_OBJECT.contains(name + descriptor);
  }

  boolean isConcatenation(InvokeDynamicInsnNode call) {
    return call.bsm.getOwner().equals(CONCATENATION);
  }

  /** What a concatenation takes, all objects being alike: each becomes a text. */
  String shape(InvokeDynamicInsnNode call) {
    StringBuilder shape = new StringBuilder();
    for (Type argument : Type.getArgumentTypes(call.desc)) {
      boolean object = argument.getSort() == Type.OBJECT || argument.getSort() == Type.ARRAY;
      shape.append(object ? "L" : argument.getDescriptor());
    }
    return shape.toString();
  }

  /** Since 18 an object around that nobody asks for is not kept. */
  private void dropOuter() {
    for (AbstractInsnNode instruction : code.instructions) {
      if (instruction instanceof FieldInsnNode field
          && field.getOpcode() == Opcodes.PUTFIELD
          && OUTER.matcher(field.name).matches()
          && before(field, 1) instanceof VarInsnNode value
          && before(field, 2) instanceof VarInsnNode self) {
        dropped.addAll(Set.of(field, value, self));
      }
    }
  }

  private static @Nullable AbstractInsnNode before(AbstractInsnNode instruction, int steps) {
    AbstractInsnNode at = instruction;
    for (int left = steps; left > 0 && at != null; ) {
      at = at.getPrevious();
      if (at != null && at.getOpcode() >= 0) {
        left--;
      }
    }
    return at;
  }

  private boolean mayDiffer() {
    for (AbstractInsnNode instruction : code.instructions) {
      if (EnumSwitches.isSwitch(instruction)
          || (instruction instanceof InvokeDynamicInsnNode call && isConcatenation(call))) {
        return true;
      }
    }
    return false;
  }

  private void dropByFlow(String owner) {
    try {
      Frame<SourceValue>[] frames = new Analyzer<>(new SourceInterpreter()).analyze(owner, code);
      Map<AbstractInsnNode, Frame<SourceValue>> flow = new HashMap<>();
      for (int i = 0; i < frames.length; i++) {
        if (frames[i] != null) {
          flow.put(code.instructions.get(i), frames[i]);
        }
      }
      flow.forEach(this::drop);
    } catch (AnalyzerException | RuntimeException e) {
      // as it stands then: at worst it counts as changed
      dropped.clear();
      constants.clear();
    }
  }

  private void drop(AbstractInsnNode instruction, Frame<SourceValue> frame) {
    if (instruction instanceof InvokeDynamicInsnNode call && isConcatenation(call)) {
      dropConversions(call, frame);
    } else if (EnumSwitches.isSwitch(instruction)) {
      dropWayToCase(instruction, frame);
    }
  }

  /** Since 19 texts are made of objects one by one, before they are put together. */
  private void dropConversions(InvokeDynamicInsnNode call, Frame<SourceValue> frame) {
    int count = Type.getArgumentTypes(call.desc).length;
    for (int i = 1; i <= count; i++) {
      single(frame.getStack(frame.getStackSize() - i))
          .filter(CompilerHabits::isConversion)
          .ifPresent(dropped::add);
    }
  }

  private static boolean isConversion(AbstractInsnNode maker) {
    AbstractInsnNode next = maker.getNext();
    boolean copied =
        next != null && next.getOpcode() >= Opcodes.DUP && next.getOpcode() <= Opcodes.SWAP;
    return maker instanceof MethodInsnNode call
        && call.owner.equals("java/lang/String")
        && (call.name + call.desc).equals("valueOf(Ljava/lang/Object;)Ljava/lang/String;")
        && !copied;
  }

  private static Optional<AbstractInsnNode> single(SourceValue value) {
    return value.insns.size() == 1 ? Optional.of(value.insns.iterator().next()) : Optional.empty();
  }

  /** Since 21 a switch over an enum of the same file takes its numbers, else always a table. */
  private void dropWayToCase(AbstractInsnNode instruction, Frame<SourceValue> frame) {
    enums
        .of(instruction, single(frame.getStack(frame.getStackSize() - 1)))
        .ifPresent(
            found -> {
              constants.put(instruction, found.constants());
              dropped.addAll(found.way());
            });
  }
}
