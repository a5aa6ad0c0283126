package dev.cairn.core.graph.code;

import dev.cairn.core.graph.code.ReceiverCode.Method;
import dev.cairn.core.graph.code.ReceiverCode.Resolved;
import dev.cairn.core.graph.code.UsedFields.FieldName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
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
  private final Set<String> seen = new HashSet<>();
  private final Deque<Method> open = new ArrayDeque<>();
  private boolean escapes;

  ThisTrace(ReceiverCode code) {
    this.code = code;
  }

  Set<FieldName> fields() {
    return fields;
  }

  boolean escapes() {
    return escapes;
  }

  /** Follows a method of a class and everything of the same receiver that it calls. */
  void follow(String className, String signature) {
    enter(code.special(className.replace('.', '/'), signature));
    while (!open.isEmpty() && !escapes) {
      analyse(open.removeFirst());
    }
  }

  private void analyse(Method method) {
    if ((method.code().access & NO_CODE) != 0) {
      escapes = true;
      return;
    }
    try {
      new Analyzer<>(new ThisFlow(this)).analyze(method.owner().name, method.code());
    } catch (AnalyzerException | RuntimeException e) {
      escapes = true;
    }
  }

  private void enter(Resolved resolved) {
    if (resolved instanceof Resolved.Unknown) {
      escapes = true;
    } else if (resolved instanceof Resolved.Known known) {
      Method method = known.method();
      if (seen.add(method.owner().name + "." + method.code().name + method.code().desc)) {
        open.addLast(method);
      }
    }
  }

  void escape() {
    escapes = true;
  }

  /** A field of {@code this} is read or assigned. */
  void use(FieldInsnNode access) {
    code.fieldOwner(access.owner, access.name)
        .ifPresentOrElse(owner -> fields.add(new FieldName(owner, access.name)), this::escape);
  }

  /** A method is called on {@code this}. */
  void call(MethodInsnNode call) {
    String signature = call.name + call.desc;
    boolean special = call.getOpcode() == Opcodes.INVOKESPECIAL;
    enter(special ? code.special(call.owner, signature) : code.virtual(call.owner, signature));
  }

  /** {@code this} is captured as the first argument of a lambda or method reference. */
  void capture(InvokeDynamicInsnNode call) {
    if (!call.bsm.getOwner().equals(LAMBDAS) || call.bsmArgs.length < 2) {
      escapes = true;
      return;
    }
    Handle body = (Handle) call.bsmArgs[1];
    String signature = body.getName() + body.getDesc();
    switch (body.getTag()) {
      case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE ->
          enter(code.virtual(body.getOwner(), signature));
      case Opcodes.H_INVOKESPECIAL -> enter(code.special(body.getOwner(), signature));
      default -> escapes = true;
    }
  }
}
