package dev.cairn.core.graph.code;

import dev.cairn.core.graph.code.OwnClasses.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * One piece of code as text: equal for equal code, however its class file was laid out. What it
 * reaches in own classes is told to the trace. For one use.
 */
final class CodeText {
  private final CodeTrace trace;
  private final String name;
  private final Method method;
  private final Descriptors descriptors;
  private final CompilerHabits habits;
  private final Map<LabelNode, Integer> positions = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  CodeText(CodeTrace trace, String name, Method method) {
    this.trace = trace;
    this.name = name;
    this.method = method;
    this.descriptors = new Descriptors(trace, name);
    this.habits = CompilerHabits.of(trace.classes(), method);
  }

  String of(List<AbstractInsnNode> instructions) throws UnreadableCodeException {
    place(instructions);
    for (AbstractInsnNode instruction : instructions) {
      if (isShown(instruction)) {
        text.append('\n').append(instruction.getOpcode());
        show(instruction);
      }
    }
    showHandlers(new HashSet<>(instructions));
    return text.toString();
  }

  private boolean isShown(AbstractInsnNode instruction) {
    return instruction.getOpcode() >= 0
        && instruction.getOpcode() != Opcodes.NOP
        && !habits.drops(instruction);
  }

  private void place(List<AbstractInsnNode> instructions) {
    int position = 0;
    for (AbstractInsnNode instruction : instructions) {
      if (instruction instanceof LabelNode label) {
        positions.put(label, position);
      } else if (isShown(instruction)) {
        position++;
      }
    }
  }

  private void showHandlers(Set<AbstractInsnNode> shown) {
    for (TryCatchBlockNode block : method.code().tryCatchBlocks) {
      if (shown.contains(block.handler)) {
        text.append("\ntry ");
        add(block.type == null ? "any" : descriptors.ofObject(block.type));
        add(position(block.start));
        add(position(block.end));
        add(position(block.handler));
      }
    }
  }

  private String position(LabelNode label) {
    return "@" + positions.get(label);
  }

  private void add(Object part) {
    String shown = String.valueOf(part);
    text.append(' ').append(shown.length()).append(':').append(shown);
  }

  private void show(AbstractInsnNode instruction) throws UnreadableCodeException {
    if (instruction instanceof IntInsnNode number) {
      add(number.operand);
    } else if (instruction instanceof VarInsnNode variable) {
      add(variable.var);
    } else if (instruction instanceof IincInsnNode increment) {
      add(increment.var);
      add(increment.incr);
    } else if (instruction instanceof JumpInsnNode jump) {
      add(position(jump.label));
    } else if (instruction instanceof LdcInsnNode constant) {
      showConstant(constant.cst);
    } else if (instruction instanceof TypeInsnNode type) {
      showType(type);
    } else if (instruction instanceof MultiANewArrayInsnNode array) {
      add(descriptors.renamed(array.desc));
      add(array.dims);
    } else {
      showReference(instruction);
    }
  }

  private void showReference(AbstractInsnNode instruction) throws UnreadableCodeException {
    if (instruction instanceof FieldInsnNode field) {
      showField(field.getOpcode(), field.owner, field.name, field.desc);
    } else if (instruction instanceof MethodInsnNode call) {
      showCall(call.getOpcode(), call.owner, call.name, call.desc);
    } else if (instruction instanceof InvokeDynamicInsnNode call) {
      showDynamic(call);
    } else if (instruction instanceof TableSwitchInsnNode table) {
      SortedMap<Integer, LabelNode> targets = new TreeMap<>();
      for (int i = 0; i < table.labels.size(); i++) {
        targets.put(table.min + i, table.labels.get(i));
      }
      showSwitch(table, targets, table.dflt);
    } else if (instruction instanceof LookupSwitchInsnNode lookup) {
      SortedMap<Integer, LabelNode> targets = new TreeMap<>();
      for (int i = 0; i < lookup.labels.size(); i++) {
        targets.put(lookup.keys.get(i), lookup.labels.get(i));
      }
      showSwitch(lookup, targets, lookup.dflt);
    }
  }

  private void showSwitch(
      AbstractInsnNode instruction, SortedMap<Integer, LabelNode> targets, LabelNode otherwise) {
    // both kinds of switch mean the same, and a compiler chooses by the density of the keys
    text.setLength(text.length() - String.valueOf(instruction.getOpcode()).length());
    text.append("switch");
    String defaultPosition = position(otherwise);
    targets.values().removeIf(target -> position(target).equals(defaultPosition));
    SortedMap<String, String> shown = new TreeMap<>();
    targets.forEach((key, target) -> shown.put(habits.key(instruction, key), position(target)));
    shown.forEach(
        (key, target) -> {
          add(key);
          add(target);
        });
    add(defaultPosition);
  }

  private void showType(TypeInsnNode type) throws UnreadableCodeException {
    add(descriptors.ofObject(type.desc));
    if (type.getOpcode() == Opcodes.NEW && trace.classes().owns(type.desc)) {
      trace.made(type.desc, name);
    }
  }

  private void showField(int opcode, String owner, String field, String descriptor)
      throws UnreadableCodeException {
    boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
    if (isStatic && trace.classes().owns(owner)) {
      add(trace.staticField(owner, field, name).orElse(field));
    } else {
      add(descriptors.ofObject(owner));
      add(field);
    }
    add(descriptors.renamed(descriptor));
  }

  private void showCall(int opcode, String owner, String called, String descriptor)
      throws UnreadableCodeException {
    if (CompilerHabits.isOfObject(opcode, called, descriptor)) {
      // compilers differ in the class that they name, which makes no difference
      text.setLength(text.length() - String.valueOf(opcode).length());
      text.append("object");
    } else {
      add(descriptors.ofObject(owner));
    }
    if (owner.startsWith("[") || !trace.classes().owns(owner)) {
      add(called);
    } else {
      showOwn(opcode, owner, called, descriptor);
    }
    add(descriptors.renamed(descriptor));
  }

  private void showOwn(int opcode, String owner, String called, String descriptor)
      throws UnreadableCodeException {
    List<Method> targets = trace.classes().targets(opcode, owner, called, descriptor);
    boolean named = targets.size() != 1 || !targets.get(0).has(Opcodes.ACC_SYNTHETIC);
    add(named ? called : "");
    for (Method target : targets) {
      add(trace.name(target, name));
    }
  }

  private void showDynamic(InvokeDynamicInsnNode call) throws UnreadableCodeException {
    add(call.name);
    add(habits.isConcatenation(call) ? habits.shape(call) : descriptors.renamed(call.desc));
    showHandle(call.bsm);
    for (Object argument : call.bsmArgs) {
      showConstant(argument);
    }
  }

  private void showConstant(Object constant) throws UnreadableCodeException {
    add(constant.getClass().getSimpleName());
    if (constant instanceof Type type) {
      add(descriptors.of(type));
    } else if (constant instanceof Handle handle) {
      showHandle(handle);
    } else if (constant instanceof ConstantDynamic dynamic) {
      showDynamic(dynamic);
    } else if (constant instanceof Double number) {
      add(Double.doubleToRawLongBits(number));
    } else if (constant instanceof Float number) {
      add(Float.floatToRawIntBits(number));
    } else {
      add(constant);
    }
  }

  private void showDynamic(ConstantDynamic dynamic) throws UnreadableCodeException {
    add(dynamic.getName());
    add(descriptors.renamed(dynamic.getDescriptor()));
    showHandle(dynamic.getBootstrapMethod());
    for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
      showConstant(dynamic.getBootstrapMethodArgument(i));
    }
  }

  private void showHandle(Handle handle) throws UnreadableCodeException {
    add(
        "handle "
            + (handle.getTag() == Opcodes.H_INVOKEINTERFACE
                ? Opcodes.H_INVOKEVIRTUAL
                : handle.getTag()));
    switch (handle.getTag()) {
      case Opcodes.H_GETFIELD, Opcodes.H_PUTFIELD ->
          showField(Opcodes.GETFIELD, handle.getOwner(), handle.getName(), handle.getDesc());
      case Opcodes.H_GETSTATIC, Opcodes.H_PUTSTATIC ->
          showField(Opcodes.GETSTATIC, handle.getOwner(), handle.getName(), handle.getDesc());
      default -> showMethodHandle(handle);
    }
  }

  private void showMethodHandle(Handle handle) throws UnreadableCodeException {
    if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL && trace.classes().owns(handle.getOwner())) {
      trace.made(handle.getOwner(), name);
    }
    int opcode =
        switch (handle.getTag()) {
          case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
          case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
          case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
          default -> Opcodes.INVOKESPECIAL;
        };
    text.append(' ').append(opcode);
    showCall(opcode, handle.getOwner(), handle.getName(), handle.getDesc());
  }
}
