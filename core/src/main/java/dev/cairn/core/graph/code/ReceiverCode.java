package dev.cairn.core.graph.code;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The code of a receiver's class, its superclasses and interfaces, from their class files. Those of
 * the JDK are not read.
 */
final class ReceiverCode {
  private static final String OBJECT = "java/lang/Object";

  private final TypeCode receiver;
  private final Map<String, Optional<ClassNode>> read = new HashMap<>();

  ReceiverCode(TypeCode receiver) {
    this.receiver = receiver;
  }

  /**
   * A method with its code.
   *
   * @param owner the class that declares it
   */
  record Method(ClassNode owner, MethodNode code) {}

  /** What a call of a method comes to. */
  sealed interface Resolved {
    /** A method whose code is known. */
    record Known(Method method) implements Resolved {}

    /** A method that cannot look at the application's fields, or is not there at all. */
    record Harmless() implements Resolved {}

    /** A method whose code is not known. */
    record Unknown() implements Resolved {}
  }

  /** The method that a virtual call on the receiver runs; a private one is never overridden. */
  Resolved virtual(String owner, String signature) {
    Resolved named = special(owner, signature);
    boolean isPrivate =
        named instanceof Resolved.Known known
            && (known.method().code().access & Opcodes.ACC_PRIVATE) != 0;
    return isPrivate ? named : resolve(receiver, signature);
  }

  /** The method that a call without virtual dispatch runs. */
  Resolved special(String owner, String signature) {
    return receiver.chain().stream()
        .filter(type -> type.internalName().equals(owner))
        .findFirst()
        .map(type -> resolve(type, signature))
        .orElseGet(() -> fromInterface(owner, signature));
  }

  private Resolved resolve(TypeCode from, String signature) {
    for (TypeCode type : from.chain()) {
      if (type.internalName().equals(OBJECT)) {
        break;
      }
      if (type.isJdk()) {
        return new Resolved.Unknown();
      }
      Optional<ClassNode> code = read(type);
      if (code.isEmpty()) {
        return new Resolved.Unknown();
      }
      Optional<MethodNode> method = find(code.get(), signature);
      if (method.isPresent()) {
        return new Resolved.Known(new Method(code.get(), method.get()));
      }
    }
    return interfaces().stream()
        .map(type -> inInterface(type, signature))
        .filter(found -> !(found instanceof Resolved.Harmless))
        .findFirst()
        .orElseGet(Resolved.Harmless::new);
  }

  private Resolved fromInterface(String owner, String signature) {
    return interfaces().stream()
        .filter(type -> type.internalName().equals(owner))
        .findFirst()
        .map(type -> inInterface(type, signature))
        .orElseGet(Resolved.Unknown::new);
  }

  private Resolved inInterface(TypeCode type, String signature) {
    if (type.isJdk()) {
      String name = signature.substring(0, signature.indexOf('('));
      return type.hasDefault(name) ? new Resolved.Unknown() : new Resolved.Harmless();
    }
    Optional<ClassNode> code = read(type);
    if (code.isEmpty()) {
      return new Resolved.Unknown();
    }
    return find(code.get(), signature)
        .filter(method -> (method.access & Opcodes.ACC_ABSTRACT) == 0)
        .<Resolved>map(method -> new Resolved.Known(new Method(code.get(), method)))
        .orElseGet(Resolved.Harmless::new);
  }

  /** The class that declares a field which code names by a class or a subclass of that. */
  Optional<String> fieldOwner(String named, String field) {
    boolean reached = false;
    for (TypeCode type : receiver.chain()) {
      reached |= type.internalName().equals(named);
      if (reached && read(type).filter(code -> hasField(code, field)).isPresent()) {
        return Optional.of(type.name());
      }
    }
    return Optional.empty();
  }

  private static boolean hasField(ClassNode code, String name) {
    for (FieldNode field : code.fields) {
      if (field.name.equals(name) && (field.access & Opcodes.ACC_STATIC) == 0) {
        return true;
      }
    }
    return false;
  }

  private static Optional<MethodNode> find(ClassNode code, String signature) {
    return code.methods.stream()
        .filter(method -> (method.name + method.desc).equals(signature))
        .findFirst();
  }

  private Collection<TypeCode> interfaces() {
    Map<String, TypeCode> all = new LinkedHashMap<>();
    receiver.chain().forEach(type -> collect(type, all));
    return all.values();
  }

  private static void collect(TypeCode type, Map<String, TypeCode> all) {
    for (TypeCode implemented : type.interfaces()) {
      if (all.putIfAbsent(implemented.internalName(), implemented) == null) {
        collect(implemented, all);
      }
    }
  }

  private Optional<ClassNode> read(TypeCode type) {
    return read.computeIfAbsent(type.internalName(), name -> type.code());
  }
}
