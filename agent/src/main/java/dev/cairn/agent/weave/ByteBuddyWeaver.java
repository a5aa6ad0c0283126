package dev.cairn.agent.weave;

import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.TypeResolutionStrategy;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Copies the advice into methods of one class. Adds no member and changes no signature, so that a
 * class already loaded can be woven too and its {@code serialVersionUID} stays. Thread-safe.
 */
final class ByteBuddyWeaver {
  /** Raw: odd generic signatures do not matter to us. Experimental: class files of later JDKs. */
  private static final Map<String, String> PROPERTIES =
      Map.of(
          TypeDefinition.RAW_TYPES_PROPERTY,
          "true",
          OpenedClassReader.EXPERIMENTAL_PROPERTY,
          "true");

  private final ClassFileLocator ownClasses =
      ClassFileLocator.ForClassLoader.of(ByteBuddyWeaver.class.getClassLoader());
  private final ByteBuddy byteBuddy = SystemProperties.during(PROPERTIES, ByteBuddyWeaver::create);
  private final Class<?> onEntry;

  /**
   * One that weaves with the usual advice for the exit.
   *
   * @param onEntry the advice for the entry
   */
  ByteBuddyWeaver(Class<?> onEntry) {
    this.onEntry = onEntry;
  }

  private static ByteBuddy create() {
    initialize(TypeDescription.AbstractBase.class);
    initialize(OpenedClassReader.class);
    return new ByteBuddy()
        .with(TypeValidation.DISABLED)
        .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
        .with(InstrumentedType.Factory.Default.FROZEN)
        .with(Implementation.Context.Disabled.Factory.INSTANCE);
  }

  /** Makes a class read its properties now. */
  private static void initialize(Class<?> type) {
    try {
      Class.forName(type.getName(), true, type.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new LinkageError("a loaded class is found by its own loader", e);
    }
  }

  /**
   * Weaves a class.
   *
   * @param loader the class's loader, asked for other class files only; null for the boot loader
   * @param className its binary name
   * @param classFile its bytes as they are now
   * @param numbers the methods to weave, by name and descriptor, and their numbers
   */
  byte[] weave(
      @Nullable ClassLoader loader,
      String className,
      byte[] classFile,
      Map<String, Integer> numbers) {
    ClassFileLocator self = ClassFileLocator.Simple.of(className, classFile);
    ClassFileLocator all =
        new ClassFileLocator.Compound(self, ClassFileLocator.ForClassLoader.of(loader));
    TypePool pool = new LenientTypePool(all);
    return byteBuddy
        .decorate(pool.describe(className).resolve(), self)
        .visit(advice(new NumberOfMethod(numbers)))
        .make(TypeResolutionStrategy.Disabled.INSTANCE, pool)
        .getBytes();
  }

  private AsmVisitorWrapper advice(NumberOfMethod number) {
    return Advice.withCustomMapping()
        .bind(number)
        .to(onEntry, StageAdvice.class, ownClasses)
        .on(ElementMatchers.isMethod().and(number::has));
  }
}
