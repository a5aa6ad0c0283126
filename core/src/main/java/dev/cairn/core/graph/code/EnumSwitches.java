package dev.cairn.core.graph.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * Which constants the cases of a switch over an enum stand for. Compilers switch over the
 * constants' numbers, or over numbers of their own from a table that a synthetic class holds.
 */
final class EnumSwitches {
  private final OwnClasses classes;

  EnumSwitches(OwnClasses classes) {
    this.classes = classes;
  }

  /**
   * A switch over an enum.
   *
   * @param constants name by case
   * @param way the instructions that only lead to the case
   */
  record Found(Map<Integer, String> constants, Set<AbstractInsnNode> way) {}

  static boolean isSwitch(AbstractInsnNode instruction) {
    return instruction instanceof TableSwitchInsnNode
        || instruction instanceof LookupSwitchInsnNode;
  }

  /** What a switch is over, if it is over an enum. */
  Optional<Found> of(AbstractInsnNode instruction, Optional<AbstractInsnNode> selector) {
    Optional<Found> found = selector.flatMap(this::found);
    return found.filter(f -> f.constants().keySet().containsAll(keys(instruction)));
  }

  private static Set<Integer> keys(AbstractInsnNode instruction) {
    Map<Integer, Object> targets = new HashMap<>();
    if (instruction instanceof TableSwitchInsnNode table) {
      for (int i = 0; i < table.labels.size(); i++) {
        if (table.labels.get(i) != table.dflt) {
          targets.put(table.min + i, table.labels.get(i));
        }
      }
    } else if (instruction instanceof LookupSwitchInsnNode lookup) {
      lookup.keys.forEach(key -> targets.put(key, key));
    }
    return targets.keySet();
  }

  private Optional<Found> found(AbstractInsnNode selector) {
    if (isOrdinal(selector)) {
      return numbers(((MethodInsnNode) selector).owner).map(n -> new Found(n, Set.of()));
    }
    if (selector.getOpcode() != Opcodes.IALOAD || !isOrdinal(before(selector))) {
      return Optional.empty();
    }
    return table(selector)
        .flatMap(get -> constants(get).map(known -> new Found(known, Set.of(get, selector))));
  }

  private static boolean isOrdinal(@Nullable AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && call.name.equals("ordinal")
        && call.desc.equals("()I");
  }

  private static @Nullable AbstractInsnNode before(AbstractInsnNode instruction) {
    AbstractInsnNode at = instruction.getPrevious();
    while (at != null && at.getOpcode() < 0) {
      at = at.getPrevious();
    }
    return at;
  }

  /** The nearest table above: between it and its use stands only what is switched over. */
  private static Optional<FieldInsnNode> table(AbstractInsnNode use) {
    for (AbstractInsnNode at = use; at != null; at = at.getPrevious()) {
      if (isSwitch(at)) {
        return Optional.empty();
      }
      if (at instanceof FieldInsnNode get && get.name.startsWith("$SwitchMap$")) {
        return Optional.of(get);
      }
    }
    return Optional.empty();
  }

  private Optional<Map<Integer, String>> numbers(String type) {
    return classes
        .find(type)
        .filter(code -> (code.access & Opcodes.ACC_ENUM) != 0)
        .map(EnumSwitches::numbers);
  }

  private static Map<Integer, String> numbers(ClassNode type) {
    List<FieldNode> constants =
        type.fields.stream().filter(field -> (field.access & Opcodes.ACC_ENUM) != 0).toList();
    Map<Integer, String> numbers = new HashMap<>();
    constants.forEach(constant -> numbers.put(numbers.size(), constant.name));
    return numbers;
  }

  private Optional<Map<Integer, String>> constants(FieldInsnNode table) {
    return classes
        .find(table.owner)
        .flatMap(code -> code.methods.stream().filter(m -> m.name.equals("<clinit>")).findFirst())
        .map(start -> entries(start, table.name));
  }

  /** Entries look like {@code $SwitchMap$E[E.A.ordinal()] = 1}. */
  private static Map<Integer, String> entries(MethodNode start, String table) {
    Map<Integer, String> entries = new HashMap<>();
    for (AbstractInsnNode store : start.instructions) {
      if (store.getOpcode() == Opcodes.IASTORE) {
        addEntry(store, table, entries);
      }
    }
    return entries;
  }

  private static void addEntry(AbstractInsnNode store, String table, Map<Integer, String> entries) {
    AbstractInsnNode number = before(store);
    AbstractInsnNode ordinal = number == null ? null : before(number);
    if (number == null || ordinal == null || !isOrdinal(ordinal)) {
      return;
    }
    if (before(ordinal) instanceof FieldInsnNode constant
        && before(constant) instanceof FieldInsnNode get
        && get.name.equals(table)) {
      entries.put(value(number), constant.name);
    }
  }

  private static int value(AbstractInsnNode number) {
    if (number instanceof IntInsnNode given) {
      return given.operand;
    }
    return number instanceof InsnNode ? number.getOpcode() - Opcodes.ICONST_0 : -1;
  }
}
