package dev.cairn.core.graph.code;

import dev.cairn.core.graph.reflect.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The code of a receiver's class, its superclasses and interfaces, from their class files. Those of
 * the JDK are not read.
 */
final class ReceiverCode {
  private final Class<?> receiver;
  private final Map<String, Optional<ClassNode>> read = new HashMap<>();

  ReceiverCode(Class<?> receiver) {
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
    return superclasses(receiver).stream()
        .filter(type -> internalName(type).equals(owner))
        .findFirst()
        .map(type -> resolve(type, signature))
        .orElseGet(() -> fromInterface(owner, signature));
  }

  private Resolved resolve(Class<?> from, String signature) {
    for (Class<?> type : superclasses(from)) {
      if (type == Object.class) {
        break;
      }
      if (Origin.isJdk(type)) {
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
        .filter(type -> internalName(type).equals(owner))
        .findFirst()
        .map(type -> inInterface(type, signature))
        .orElseGet(Resolved.Unknown::new);
  }

  private Resolved inInterface(Class<?> type, String signature) {
    if (Origin.isJdk(type)) {
      return declares(type, signature) ? new Resolved.Unknown() : new Resolved.Harmless();
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

  private static boolean declares(Class<?> type, String signature) {
    String name = signature.substring(0, signature.indexOf('('));
    for (java.lang.reflect.Method method : type.getMethods()) {
      if (method.isDefault() && method.getName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** The class that declares a field which code names by a class or a subclass of that. */
  Optional<String> fieldOwner(String named, String field) {
    boolean reached = false;
    for (Class<?> type : superclasses(receiver)) {
      reached |= internalName(type).equals(named);
      if (reached && read(type).filter(code -> hasField(code, field)).isPresent()) {
        return Optional.of(type.getName());
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

  private static List<Class<?>> superclasses(Class<?> type) {
    List<Class<?>> all = new ArrayList<>();
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      all.add(c);
    }
    return all;
  }

  private Set<Class<?>> interfaces() {
    Set<Class<?>> all = new LinkedHashSet<>();
    superclasses(receiver).forEach(type -> collect(type, all));
    return all;
  }

  private static void collect(Class<?> type, Set<Class<?>> all) {
    for (Class<?> implemented : type.getInterfaces()) {
      all.add(implemented);
      collect(implemented, all);
    }
  }

  private static String internalName(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  private Optional<ClassNode> read(Class<?> type) {
    return read.computeIfAbsent(type.getName(), name -> load(type));
  }

  private static Optional<ClassNode> load(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null) {
      return Optional.empty();
    }
    try (InputStream in = loader.getResourceAsStream(internalName(type) + ".class")) {
      if (in == null) {
        return Optional.empty();
      }
      ClassNode code = new ClassNode();
      new ClassReader(in).accept(code, ClassReader.SKIP_DEBUG);
      return Optional.of(code);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
