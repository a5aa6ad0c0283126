package dev.cairn.core.graph.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** A class or interface with its supertypes and its code, as far as they can be had. */
interface TypeCode {

  /** Its name with slashes. */
  String internalName();

  /** Whether it is the JDK's, whose code is not followed. */
  boolean isJdk();

  /** The class above it; none above {@code Object}, or where that is not known. */
  Optional<TypeCode> superclass();

  /** The interfaces that it names itself. */
  List<TypeCode> interfaces();

  /** Its code, or empty where that cannot be read. */
  Optional<ClassNode> code();

  /** Whether it, or an interface above it, gives a method of that name a body. */
  boolean hasDefault(String methodName);

  /** Its binary name. */
  default String name() {
    return internalName().replace('/', '.');
  }

  /** It and the classes above it, itself first; a file that names itself above itself is odd. */
  default List<TypeCode> chain() {
    Map<String, TypeCode> all = new LinkedHashMap<>();
    Optional<TypeCode> type = Optional.of(this);
    while (type.isPresent() && all.putIfAbsent(type.get().internalName(), type.get()) == null) {
      type = type.get().superclass();
    }
    return new ArrayList<>(all.values());
  }

  /**
   * The code in a class file, as it was before Cairn wove it; empty where it is of no known form.
   */
  static Optional<ClassNode> parsed(byte[] classFile) {
    try {
      ClassNode code = new ClassNode();
      Attribute[] known = {Unwoven.PROTOTYPE};
      new ClassReader(classFile).accept(code, known, ClassReader.SKIP_DEBUG);
      return code.attrs == null
          ? Optional.of(code)
          : code.attrs.stream()
              .filter(Unwoven.class::isInstance)
              .findFirst()
              .map(unwoven -> parsed(((Unwoven) unwoven).classFile()))
              .orElse(Optional.of(code));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
