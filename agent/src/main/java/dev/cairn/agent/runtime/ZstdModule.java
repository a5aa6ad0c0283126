package dev.cairn.agent.runtime;

import dev.cairn.core.seal.NativePermission;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives zstd-jni a module of its own in the agent loader, and the right to load native code to that
 * module alone: from Java 24 on the JVM would print warnings otherwise. What the application may do
 * stays as it was. Where the user denied native code, it stays denied. Thread-safe.
 */
public final class ZstdModule implements NativePermission {
  private static final int FIRST_TO_ASK = 24;
  private static final String NAME = "com.github.luben.zstd";

  private final Instrumentation instrumentation;
  private boolean asked;
  private Optional<String> answer = Optional.empty();

  /** Touches nothing yet. */
  public ZstdModule(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  @Override
  public synchronized Optional<String> refusal() {
    if (!asked && Runtime.version().feature() >= FIRST_TO_ASK) {
      answer = granted();
    }
    asked = true;
    return answer;
  }

  private Optional<String> granted() {
    try {
      Lookup trusted = JdkInternals.trusted(instrumentation);
      if (wouldWarn(trusted)) {
        grant(trusted, define());
      }
      return Optional.empty();
    } catch (Throwable e) {
      return Optional.of("this JVM does not let it: " + e);
    }
  }

  /** Neither allowed for everybody, nor denied by the user, whose word stands. */
  private static boolean wouldWarn(Lookup trusted) throws Throwable {
    Class<?> start = Class.forName("jdk.internal.module.ModuleBootstrap");
    Class<?> choice = Class.forName(start.getName() + "$IllegalNativeAccess");
    Object chosen =
        trusted
            .findStatic(start, "illegalNativeAccess", MethodType.methodType(choice))
            .asType(MethodType.methodType(Object.class))
            .invoke();
    return chosen.toString().equals("WARN");
  }

  private static Module define() {
    ModuleDescriptor descriptor =
        ModuleDescriptor.newModule(NAME).exports(NAME).exports(NAME + ".util").build();
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolve(new OnlyOne(descriptor), ModuleFinder.of(), Set.of(NAME));
    return ModuleLayer.defineModules(
            configuration, List.of(ModuleLayer.boot()), module -> ZstdModule.class.getClassLoader())
        .layer()
        .findModule(NAME)
        .orElseThrow();
  }

  private static void grant(Lookup trusted, Module module) throws Throwable {
    Module same =
        (Module)
            trusted
                .findVirtual(
                    Module.class, "implAddEnableNativeAccess", MethodType.methodType(Module.class))
                .invoke(module);
    if (same != module) {
      throw new IllegalStateException("the right went to " + same);
    }
  }

  /** Finds one module, whose content its loader knows. */
  private static final class OnlyOne implements ModuleFinder {
    private final ModuleReference reference;

    OnlyOne(ModuleDescriptor descriptor) {
      this.reference = new InOurLoader(descriptor);
    }

    @Override
    public Optional<ModuleReference> find(String name) {
      return name.equals(NAME) ? Optional.of(reference) : Optional.empty();
    }

    @Override
    public Set<ModuleReference> findAll() {
      return Set.of(reference);
    }
  }

  private static final class InOurLoader extends ModuleReference {
    InOurLoader(ModuleDescriptor descriptor) {
      super(descriptor, null);
    }

    @Override
    public ModuleReader open() {
      throw new UnsupportedOperationException("the agent loader reads its content");
    }
  }
}
