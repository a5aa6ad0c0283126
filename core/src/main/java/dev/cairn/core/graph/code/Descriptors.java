package dev.cairn.core.graph.code;

import org.objectweb.asm.Type;

/**
 * Types as text that does not depend on the numbers of anonymous classes. For one piece of code.
 */
final class Descriptors {
  private final CodeTrace trace;
  private final String by;

  Descriptors(CodeTrace trace, String by) {
    this.trace = trace;
    this.by = by;
  }

  String renamed(String descriptor) {
    return of(Type.getType(descriptor));
  }

  /** A class, or an array, as instructions name it. */
  String ofObject(String internalName) {
    return of(Type.getObjectType(internalName));
  }

  String of(Type type) {
    return switch (type.getSort()) {
      case Type.METHOD -> method(type);
      case Type.ARRAY -> "[".repeat(type.getDimensions()) + of(type.getElementType());
      case Type.OBJECT -> trace.className(type.getInternalName(), by) + ";";
      default -> type.getDescriptor();
    };
  }

  private String method(Type type) {
    StringBuilder text = new StringBuilder("(");
    for (Type argument : type.getArgumentTypes()) {
      text.append(of(argument));
    }
    return text.append(')').append(of(type.getReturnType())).toString();
  }
}
