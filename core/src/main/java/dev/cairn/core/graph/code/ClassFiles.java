package dev.cairn.core.graph.code;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.ClassNode;

/**
 * Class files as they lie on the class path, each read once: agents may have changed the loaded
 * ones. For one use.
 */
final class ClassFiles {
  private final Map<String, Optional<ClassNode>> read = new HashMap<>();

  /**
   * A class's code, empty where its file is not to be had.
   *
   * @param loader that is asked for it; null for the boot loader, which is not asked
   * @param internalName as in {@code com/acme/Nightly}
   */
  Optional<ClassNode> find(@Nullable ClassLoader loader, String internalName) {
    return read.computeIfAbsent(internalName, name -> load(loader, name));
  }

  private static Optional<ClassNode> load(@Nullable ClassLoader loader, String internalName) {
    if (loader == null) {
      return Optional.empty();
    }
    try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
      return in == null ? Optional.empty() : TypeCode.parsed(in.readAllBytes());
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
