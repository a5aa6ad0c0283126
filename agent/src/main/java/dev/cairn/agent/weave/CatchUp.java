package dev.cairn.agent.weave;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes that were loaded before the agent started, by another agent or from a JDK's
 * cache of loaded classes, and weaves those that hold stages.
 */
public final class CatchUp {
  private static final String LAUNCH = "dev.cairn.agent.launch.";

  private final Instrumentation instrumentation;
  private final StageTransformer transformer;
  private final StageTransformer.Weaving weaving;

  public CatchUp(
      Instrumentation instrumentation,
      StageTransformer transformer,
      StageTransformer.Weaving weaving) {
    this.instrumentation = instrumentation;
    this.transformer = transformer;
    this.weaving = weaving;
  }

  /** Weaves what is already loaded; what cannot be is told, class by class. */
  public void run() {
    for (Class<?> loaded : early()) {
      try {
        instrumentation.retransformClasses(loaded);
      } catch (Throwable failure) {
        weaving.failed(loaded.getName(), failure);
      }
    }
  }

  private List<Class<?>> early() {
    List<Class<?>> early = new ArrayList<>();
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (isCandidate(loaded) && mayHoldStages(loaded)) {
        early.add(loaded);
      }
    }
    return early;
  }

  private boolean isCandidate(Class<?> loaded) {
    return transformer.isApplication(loaded.getClassLoader())
        && !loaded.isArray()
        && !loaded.isHidden()
        && !loaded.getName().startsWith(LAUNCH);
  }

  private boolean mayHoldStages(Class<?> loaded) {
    String name = loaded.getName().replace('.', '/');
    byte[] classFile = bytes(loaded.getClassLoader(), name + ".class");
    return classFile != null && transformer.mayHoldStages(name, classFile);
  }

  private byte @Nullable [] bytes(ClassLoader loader, String resource) {
    try (InputStream content = loader.getResourceAsStream(resource)) {
      return content == null ? null : content.readAllBytes();
    } catch (IOException e) {
      weaving.failed(resource.replace('/', '.'), e);
      return null;
    }
  }
}
