package dev.cairn.core.graph.code;

import dev.cairn.core.graph.code.OwnClasses.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Which statements of a static initialiser have to do with one field: those that touch it, or call
 * own methods that do. For one use.
 */
final class StaticStart {
  private final OwnClasses classes;
  private final Method initializer;
  private final AbstractInsnNode[] instructions;
  private final Map<LabelNode, Integer> places = new HashMap<>();

  StaticStart(OwnClasses classes, Method initializer) {
    this.classes = classes;
    this.initializer = initializer;
    this.instructions = initializer.code().instructions.toArray();
    for (int i = 0; i < instructions.length; i++) {
      if (instructions[i] instanceof LabelNode label) {
        places.put(label, i);
      }
    }
  }

  List<AbstractInsnNode> of(String field) throws UnreadableCodeException {
    List<AbstractInsnNode> relevant = new ArrayList<>();
    for (List<AbstractInsnNode> statement : statements()) {
      if (touches(statement, field, new HashSet<>())) {
        relevant.addAll(statement);
      }
    }
    return relevant;
  }

  private boolean touches(List<AbstractInsnNode> code, String field, Set<String> seen)
      throws UnreadableCodeException {
    for (AbstractInsnNode instruction : code) {
      if (instruction instanceof FieldInsnNode access
          && access.name.equals(field)
          && classes.owns(access.owner)) {
        return true;
      }
      for (Method called : called(instruction)) {
        if (seen.add(called.id()) && touches(all(called), field, seen)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<AbstractInsnNode> all(Method method) {
    return Arrays.asList(method.code().instructions.toArray());
  }

  private List<Method> called(AbstractInsnNode instruction) throws UnreadableCodeException {
    if (instruction instanceof MethodInsnNode call && classes.owns(call.owner)) {
      return classes.targets(call.getOpcode(), call.owner, call.name, call.desc);
    }
    List<Method> bodies = new ArrayList<>();
    if (instruction instanceof InvokeDynamicInsnNode call) {
      for (Object argument : call.bsmArgs) {
        if (argument instanceof Handle body
            && body.getTag() > Opcodes.H_PUTSTATIC
            && classes.owns(body.getOwner())) {
          bodies.addAll(
              classes.targets(
                  Opcodes.INVOKEVIRTUAL, body.getOwner(), body.getName(), body.getDesc()));
        }
      }
    }
    return bodies;
  }

  /** The initialiser cut where nothing is carried over: no operand, no local, no jump. */
  private List<List<AbstractInsnNode>> statements() {
    boolean[] cut = new boolean[instructions.length];
    if (!findEmptyStacks(cut)) {
      return List.of(Arrays.asList(instructions));
    }
    keepJumpsWhole(cut);
    keepLocalsWhole(cut);
    List<List<AbstractInsnNode>> statements = new ArrayList<>();
    for (int i = 0; i < instructions.length; i++) {
      if (cut[i] || statements.isEmpty()) {
        statements.add(new ArrayList<>());
      }
      statements.get(statements.size() - 1).add(instructions[i]);
    }
    return statements;
  }

  private boolean findEmptyStacks(boolean[] cut) {
    try {
      Frame<BasicValue>[] frames =
          new Analyzer<>(new BasicInterpreter())
              .analyze(initializer.owner().name, initializer.code());
      for (int i = 0; i < cut.length; i++) {
        cut[i] = frames[i] != null && frames[i].getStackSize() == 0;
      }
      return true;
    } catch (AnalyzerException | RuntimeException e) {
      return false;
    }
  }

  private void keepJumpsWhole(boolean[] cut) {
    for (int i = 0; i < instructions.length; i++) {
      for (LabelNode target : targets(instructions[i])) {
        keepWhole(cut, i, place(target));
      }
    }
    for (TryCatchBlockNode block : initializer.code().tryCatchBlocks) {
      keepWhole(cut, place(block.start), place(block.handler) + 1);
    }
  }

  private int place(LabelNode label) {
    return places.getOrDefault(label, 0);
  }

  private static List<LabelNode> targets(AbstractInsnNode instruction) {
    if (instruction instanceof JumpInsnNode jump) {
      return List.of(jump.label);
    }
    List<LabelNode> targets = new ArrayList<>();
    if (instruction instanceof TableSwitchInsnNode table) {
      targets.addAll(table.labels);
      targets.add(table.dflt);
    } else if (instruction instanceof LookupSwitchInsnNode lookup) {
      targets.addAll(lookup.labels);
      targets.add(lookup.dflt);
    }
    return targets;
  }

  /** From one to the other nothing is cut; at the later of them, a jump's end, it may be. */
  private static void keepWhole(boolean[] cut, int one, int other) {
    int last = Math.max(one, other);
    int end = one < other ? last : last + 1;
    for (int i = Math.min(one, other) + 1; i < Math.min(end, cut.length); i++) {
      cut[i] = false;
    }
  }

  private void keepLocalsWhole(boolean[] cut) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < instructions.length; i++) {
      if (instructions[i] instanceof VarInsnNode || instructions[i] instanceof IincInsnNode) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first >= 0) {
      for (int i = statementStart(cut, first) + 1; i <= last; i++) {
        cut[i] = false;
      }
    }
  }

  private static int statementStart(boolean[] cut, int at) {
    int start = at;
    while (start > 0 && !cut[start]) {
      start--;
    }
    return start;
  }
}
