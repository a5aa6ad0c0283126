package dev.cairn.core.graph.code;

import dev.cairn.core.graph.reflect.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.tree.ClassNode;

/** A class that is loaded, with the code that its loader has of it. */
record LoadedType(Class<?> type) implements TypeCode {

  @Override
  public String internalName() {
    return type.getName().replace('.', '/');
  }

  @Override
  public boolean isJdk() {
    return Origin.isJdk(type);
  }

  @Override
  public Optional<TypeCode> superclass() {
    return Optional.ofNullable(type.getSuperclass()).map(LoadedType::new);
  }

  @Override
  public List<TypeCode> interfaces() {
    return Arrays.stream(type.getInterfaces()).<TypeCode>map(LoadedType::new).toList();
  }

  @Override
  public Optional<ClassNode> code() {
    ClassLoader loader = type.getClassLoader();
    if (loader == null) {
      return Optional.empty();
    }
    try (InputStream in = loader.getResourceAsStream(internalName() + ".class")) {
      return in == null ? Optional.empty() : TypeCode.parsed(in.readAllBytes());
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean hasDefault(String methodName) {
    for (Method method : type.getMethods()) {
      if (method.isDefault() && method.getName().equals(methodName)) {
        return true;
      }
    }
    return false;
  }
}
