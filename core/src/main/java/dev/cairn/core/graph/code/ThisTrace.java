package dev.cairn.core.graph.code;

import dev.cairn.core.graph.code.ReceiverCode.Method;
import dev.cairn.core.graph.code.ReceiverCode.Resolved;
import dev.cairn.core.graph.code.UsedFields.FieldName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** Follows {@code this} through the methods of one receiver class. For one use. */
final class ThisTrace {
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
  private static final int NO_CODE = Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT;

  private final ReceiverCode code;
  private final Set<FieldName> fields = new HashSet<>();
  private final Set<FieldName> assigned = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private final Deque<Method> open = new ArrayDeque<>();
  private String where = "";
  private @Nullable String escape;

  ThisTrace(ReceiverCode code) {
    this.code = code;
  }

  Set<FieldName> fields() {
    return fields;
  }

  Set<FieldName> assigned() {
    return assigned;
  }

  /** Where {@code this} goes out of sight, if it does. */
  Optional<String> escape() {
    return Optional.ofNullable(escape);
  }

  /** Follows a method of a class and everything of the same receiver that it calls. */
  void follow(String className, String signature) {
    String owner = className.replace('.', '/');
    String name = signature.substring(0, signature.indexOf('('));
    where = named(owner, name);
    enter(owner, name, code.special(owner, signature));
    while (!open.isEmpty() && escape == null) {
      analyse(open.removeFirst());
    }
  }

  private void analyse(Method method) {
    where = named(method.owner().name, method.code().name);
    if ((method.code().access & NO_CODE) != 0) {
      escape("has no bytecode");
      return;
    }
    try {
      new Analyzer<>(new ThisFlow(this)).analyze(method.owner().name, method.code());
    } catch (AnalyzerException | RuntimeException e) {
      escape("cannot be analysed");
    }
  }

  private void enter(String owner, String name, Resolved resolved) {
    if (resolved instanceof Resolved.Unknown) {
      escape("calls " + named(owner, name) + ", whose code is not looked into");
    } else if (resolved instanceof Resolved.Known known) {
      Method method = known.method();
      if (seen.add(method.owner().name + "." + method.code().name + method.code().desc)) {
        open.addLast(method);
      }
    }
  }

  /** {@code this} goes out of sight in the method that is being looked at, which does this. */
  void escape(String how) {
    if (escape == null) {
      escape = where + " " + how;
    }
  }

  /** A method as people write it: {@code Nightly.load}. */
  static String named(String owner, String method) {
    return owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.') + "." + method;
  }

  /** A field of {@code this} is read or assigned. */
  void use(FieldInsnNode access) {
    code.fieldOwner(access.owner, access.name)
        .ifPresentOrElse(
            owner -> use(new FieldName(owner, access.name), access.getOpcode()),
            () ->
                escape(
                    "uses the field " + named(access.owner, access.name) + ", which is not found"));
  }

  private void use(FieldName field, int opcode) {
    fields.add(field);
    if (opcode == Opcodes.PUTFIELD) {
      assigned.add(field);
    }
  }

  /** A method is called on {@code this}. */
  void call(MethodInsnNode call) {
    String signature = call.name + call.desc;
    boolean special = call.getOpcode() == Opcodes.INVOKESPECIAL;
    enter(
        call.owner,
        call.name,
        special ? code.special(call.owner, signature) : code.virtual(call.owner, signature));
  }

  /** {@code this} is captured as the first argument of a lambda or method reference. */
  void capture(InvokeDynamicInsnNode call) {
    if (!call.bsm.getOwner().equals(LAMBDAS) || call.bsmArgs.length < 2) {
      escape("hands it to an invokedynamic");
      return;
    }
    Handle body = (Handle) call.bsmArgs[1];
    String signature = body.getName() + body.getDesc();
    String owner = body.getOwner();
    switch (body.getTag()) {
      case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE ->
          enter(owner, body.getName(), code.virtual(owner, signature));
      case Opcodes.H_INVOKESPECIAL -> enter(owner, body.getName(), code.special(owner, signature));
      default -> escape("hands it to " + named(owner, body.getName()));
    }
  }
}
