package dev.cairn.agent.weave;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Checkpointed;
import dev.cairn.Key;
import dev.cairn.Pipeline;
import dev.cairn.agent.mark.NamedMethods;
import dev.cairn.core.config.MethodPattern;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.implementation.attribute.MethodAttributeAppender;
import org.junit.jupiter.api.Test;

/** Methods that only call a stage are left alone; those that could be anything more are not. */
class ForwardersTest {
  private final Weave weave = new Weave();

  @Test
  void methodsThatOnlyCallTheOneOfAnObjectAreLeftAlone() throws ClassNotFoundException {
    weave.load(Before.class);

    assertThat(weave.told.forwarding)
        .containsExactlyInAnyOrder("Before.stage to Behind.stage", "Before.run to Behind.run");
    assertThat(weave.told.woven).isEmpty();
    assertThat(weave.methods.holdPipelines()).isTrue();
  }

  @Test
  void anOverloadThatOnlyAddsConstantsIsLeftAlone() throws ClassNotFoundException {
    weave.load(Overloads.class);

    assertThat(weave.told.forwarding).containsExactly("Overloads.stage to Overloads.stage");
    assertThat(weave.told.woven).containsExactly("stage");
  }

  @Test
  void methodsThatTheSettingsNameAreForwardersOfThoseThatTheyName() throws ClassNotFoundException {
    Weave named =
        new Weave(
            new NamedMethods(
                List.of(MethodPattern.of("**.ForwardersTest$Unmarked*#stage")), List.of()));

    named.load(UnmarkedBefore.class);

    assertThat(named.told.forwarding)
        .containsExactly("UnmarkedBefore.stage to UnmarkedBehind.stage");
  }

  @Test
  void whatDoesMoreOrCouldCallAnotherIsWoven() throws ClassNotFoundException {
    weave.load(Others.class);
    weave.load(OfSubclass.class);
    weave.load(OpenDefaults.class);

    assertThat(weave.told.forwarding).isEmpty();
    assertThat(weave.told.woven)
        .containsExactlyInAnyOrder(
            "unmarked",
            "version",
            "key",
            "open",
            "computes",
            "adds",
            "catches",
            "argument",
            "other",
            "drops",
            "passesItself",
            "stage",
            "defaults",
            "defaults");
  }

  @Test
  void whatAGeneratedClassOverridesIsTheStage() {
    byte[] woven = weave.weave(generated(OfSuperclass.class, "dev.cairn.agent.weave.Made"));

    assertThat(woven == null).isTrue();

    assertThat(weave.told.woven).isEmpty();
    assertThat(weave.told.doubtful)
        .containsExactly(
            "stage is left alone, for its class was generated: the stage is "
                + OfSuperclass.class.getName()
                + "#stage, which it overrides, wherever it calls that");
  }

  @Test
  void aClassWithAFileOrWithAnotherStageAboveItIsWoven() {
    String withFile = OfSubclass.class.getName();

    assertThat(weave.weave(generated(OfSuperclass.class, withFile))).isNotNull();
    assertThat(weave.weave(generated(Abstract.class, "dev.cairn.agent.weave.MadeToo"))).isNotNull();

    assertThat(weave.told.doubtful).isEmpty();
    assertThat(weave.told.woven).containsExactly("stage", "stage");
  }

  /** With a copy of each method's annotations, which adds to what it calls. */
  private static byte[] generated(Class<?> above, String name) {
    return new ByteBuddy()
        .subclass(above)
        .name(name)
        .method(named("stage"))
        .intercept(FixedValue.value("generated"))
        .attribute(MethodAttributeAppender.ForInstrumentedMethod.INCLUDING_RECEIVER)
        .make()
        .getBytes();
  }

  /** Has no code that a generated class could come to. */
  public abstract static class Abstract {
    @Checkpointed
    abstract String stage(String text);
  }

  @SuppressWarnings("unused") // its class file is what matters
  private static final class Before {
    private static final Behind INSTANCE = new Behind();

    @Checkpointed(retries = 2)
    static String stage(List<String> log, @Key long day, int[] numbers) {
      return INSTANCE.stage(log, day, numbers);
    }

    @Pipeline
    static void run(String key) {
      INSTANCE.run(key);
    }
  }

  private static final class Behind {
    @Checkpointed(retries = 2)
    String stage(List<String> log, @Key long day, int[] numbers) {
      return log.toString() + day + numbers.length;
    }

    @Pipeline
    void run(String key) {
      System.setProperty("forwarders", key);
    }
  }

  @SuppressWarnings("unused") // its class file is what matters
  private static final class Overloads {
    @Checkpointed
    String stage(List<String> log) {
      return stage(log, 7, "m", 2.5);
    }

    @Checkpointed
    private String stage(List<String> log, int number, String unit, double factor) {
      return log + unit + number * factor;
    }
  }

  @SuppressWarnings("unused") // its class file is what matters
  private static final class UnmarkedBefore {
    static String stage(String text) {
      return UnmarkedBehind.stage(text);
    }
  }

  private static final class UnmarkedBehind {
    static String stage(String text) {
      return text + 1;
    }
  }

  @SuppressWarnings("unused") // its class file is what matters
  private static final class Others {
    private static final Targets TARGETS = new Targets();
    private static final OpenTargets OPEN = new OpenTargets();

    @Checkpointed
    static String unmarked(String text) {
      return TARGETS.unmarked(text);
    }

    @Checkpointed
    static String version(String text) {
      return TARGETS.version(text);
    }

    @Checkpointed
    static String key(@Key String text) {
      return TARGETS.key(text);
    }

    @Checkpointed
    static String open(String text) {
      return OPEN.open(text);
    }

    @Checkpointed
    static String computes(long at) {
      return TARGETS.computes(at + 1);
    }

    @Checkpointed
    static String adds(String text) {
      return TARGETS.adds(text).strip();
    }

    @Checkpointed
    static String catches(String text) {
      try {
        return TARGETS.catches(text);
      } catch (IllegalStateException e) {
        return "";
      }
    }

    @Checkpointed
    static String argument(Targets targets, String text) {
      return targets.argument(targets, text);
    }

    @Checkpointed
    static String other(String text) {
      return TARGETS.another(text);
    }

    @Checkpointed
    static void drops(boolean really) {
      if (really) {
        TARGETS.drops(true);
      }
    }

    @Checkpointed
    String passesItself(String text) {
      return Targets.passesItself(this, text);
    }
  }

  @SuppressWarnings("unused") // its class file is what matters
  private static final class Targets {
    String unmarked(String text) {
      return text;
    }

    @Checkpointed(version = "2")
    String version(String text) {
      return text;
    }

    @Checkpointed
    String key(String text) {
      return text;
    }

    @Checkpointed
    String computes(long at) {
      return "" + at;
    }

    @Checkpointed
    String adds(String text) {
      return text;
    }

    @Checkpointed
    String catches(String text) {
      return text;
    }

    @Checkpointed
    String argument(Targets targets, String text) {
      return text;
    }

    @Checkpointed
    String another(String text) {
      return text;
    }

    @Checkpointed
    void drops(boolean really) {}

    @Checkpointed
    static String passesItself(Others self, String text) {
      return text;
    }
  }

  /** What looks like Kotlin's method for defaults may be overridden here. */
  @SuppressWarnings("unused") // its class file is what matters
  private static class OpenDefaults {
    @Checkpointed
    String defaults(String text) {
      return defaults$default(text, 1);
    }

    String defaults$default(String text, int number) {
      return defaults(text, number);
    }

    @Checkpointed
    private String defaults(String text, int number) {
      return text + number;
    }
  }

  private static class OpenTargets {
    @Checkpointed
    String open(String text) {
      return text;
    }
  }

  /** Its records must not be those of another subclass. */
  @SuppressWarnings("unused") // its class file is what matters
  private static final class OfSubclass extends OfSuperclass {
    @Override
    @Checkpointed
    String stage(String text) {
      return super.stage(text);
    }
  }

  public static class OfSuperclass {
    @Checkpointed
    String stage(String text) {
      return text;
    }
  }
}
