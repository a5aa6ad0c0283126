package dev.cairn.core.graph.code;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A class that need not be loaded: what its file and those of its supertypes say. */
final class FiledType implements TypeCode {
  private static final ClassLoader JDK = ClassLoader.getPlatformClassLoader();

  private final String internalName;
  private final @Nullable ClassLoader loader;
  private final boolean jdk;
  private final Optional<ClassNode> code;

  private FiledType(
      String internalName, @Nullable ClassLoader loader, boolean jdk, Optional<ClassNode> code) {
    this.internalName = internalName;
    this.loader = loader;
    this.jdk = jdk;
    this.code = code;
  }

  /**
   * A class of this file.
   *
   * @param loader is asked for the files of its supertypes; no class is loaded
   */
  static FiledType of(String internalName, byte[] classFile, @Nullable ClassLoader loader) {
    return new FiledType(internalName, loader, false, TypeCode.parsed(classFile));
  }

  private static FiledType named(String internalName, @Nullable ClassLoader loader) {
    Optional<ClassNode> ofJdk = read(internalName, JDK);
    return ofJdk.isPresent()
        ? new FiledType(internalName, loader, true, ofJdk)
        : new FiledType(internalName, loader, false, read(internalName, loader));
  }

  private static Optional<ClassNode> read(String internalName, @Nullable ClassLoader loader) {
    if (loader == null) {
      return Optional.empty();
    }
    try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
      return in == null ? Optional.empty() : TypeCode.parsed(in.readAllBytes());
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public String internalName() {
    return internalName;
  }

  @Override
  public boolean isJdk() {
    return jdk;
  }

  @Override
  public Optional<TypeCode> superclass() {
    return code.flatMap(file -> Optional.ofNullable(file.superName))
        .map(name -> named(name, loader));
  }

  @Override
  public List<TypeCode> interfaces() {
    return code.stream()
        .flatMap(file -> file.interfaces.stream())
        .<TypeCode>map(name -> named(name, loader))
        .toList();
  }

  @Override
  public Optional<ClassNode> code() {
    return code;
  }

  @Override
  public boolean hasDefault(String methodName) {
    return code.stream()
            .flatMap(file -> file.methods.stream())
            .anyMatch(method -> method.name.equals(methodName) && hasBody(method))
        || interfaces().stream().anyMatch(type -> type.hasDefault(methodName));
  }

  private static boolean hasBody(MethodNode method) {
    return (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC)) == 0;
  }
}
