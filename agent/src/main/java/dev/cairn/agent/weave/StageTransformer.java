package dev.cairn.agent.weave;

import dev.cairn.agent.mark.NamedMethods;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Sees every class that the JVM loads and passes on, untouched and at the cost of a microsecond,
 * all but those that may hold a stage or pipeline. Only the first of those loads the weaver with
 * its library. Never throws. Thread-safe.
 */
public final class StageTransformer implements ClassFileTransformer {
  private static final String API = "dev/cairn/Cairn";
  private static final String WOVEN_CODE = "dev/cairn/WovenCode";
  private static final String SERVER = "ServerSocket";

  private final NamedMethods named;
  private final Weaving weaving;
  private final ClassLoader own = StageTransformer.class.getClassLoader();
  private final ClassLoader platform = ClassLoader.getPlatformClassLoader();

  public StageTransformer(NamedMethods named, Weaving weaving) {
    this.named = named;
    this.weaving = weaving;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (name != null && name.contains(SERVER)) {
      weaving.sawServerSocket();
    }
    if (name == null || !isApplication(loader) || !mayHoldStages(name, classFile)) {
      return null;
    }
    try {
      return weaving.weaver().weave(loader, classFile);
    } catch (Throwable failure) {
      weaving.failed(name.replace('/', '.'), failure);
      return null;
    }
  }

  /** Whether a loader can hold code that may be woven. */
  boolean isApplication(@Nullable ClassLoader loader) {
    return loader != null && loader != platform && loader != own;
  }

  /** Whether a class, by its internal name and bytes, must be looked at closely. */
  boolean mayHoldStages(String name, byte[] classFile) {
    return AnnotationScan.finds(classFile)
        || name.equals(API)
        || name.equals(WOVEN_CODE)
        || named.mayBeIn(name);
  }

  /** What stands behind the transformer, made when it is first needed. */
  public interface Weaving {

    /**
     * The weaver; the first call makes it, and everything that woven code will need. Called while a
     * class is loading.
     */
    StageWeaver weaver();

    /** A class is loaded with which a program waits for connections. Never throws. */
    void sawServerSocket();

    /** A class that may hold stages could not be woven and runs as it is. Never throws. */
    void failed(String className, Throwable failure);
  }
}
