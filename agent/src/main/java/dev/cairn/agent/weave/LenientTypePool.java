package dev.cairn.agent.weave;

import java.util.List;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;

/**
 * Describes types from their class files, and those that are absent by their name alone: a method
 * may mention an optional dependency that the program never brings.
 */
final class LenientTypePool extends TypePool.Default {

  LenientTypePool(ClassFileLocator locator) {
    super(CacheProvider.Simple.withObjectType(), locator, ReaderMode.FAST);
  }

  @Override
  protected Resolution doDescribe(String name) {
    Resolution resolution = super.doDescribe(name);
    return resolution.isResolved() ? resolution : new Resolution.Simple(byNameAlone(name));
  }

  private static TypeDescription byNameAlone(String name) {
    return new TypeDescription.Latent(
        name,
        Visibility.PUBLIC.getMask(),
        TypeDescription.ForLoadedType.of(Object.class).asGenericType(),
        List.of());
  }
}
