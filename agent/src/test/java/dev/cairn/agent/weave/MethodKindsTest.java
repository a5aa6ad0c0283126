package dev.cairn.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.model.StageDefinition;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of method can be skipped, run, repeated and left alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MethodKindsTest {
  private final Weave weave = new Weave();
  private Class<?> woven = Kinds.class;
  private Map<String, Callable<?>> calls = Map.of();

  static Stream<String> kinds() {
    return Kinds.calls().keySet().stream();
  }

  @BeforeAll
  @SuppressWarnings("unchecked")
  void weaveKinds() throws ReflectiveOperationException {
    woven = weave.load(Kinds.class);
    calls = (Map<String, Callable<?>>) woven.getMethod("calls").invoke(null);
  }

  @BeforeEach
  void forgetEarlierCalls() throws ReflectiveOperationException {
    weave.bridge.bypass();
    woven.getField("bodies").setInt(null, 0);
  }

  @AfterEach
  void leaveTheBridge() {
    weave.bridge.bypass();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void withoutAnAnswerTheBodyRunsAsWritten(String kind) throws Exception {
    Object expected = call(Kinds.calls(), kind);

    Object actual = call(calls, kind);

    assertThat(actual).isEqualTo(expected);
    assertThat(weave.failures).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aKnownResultIsReturnedWithoutTheBody(String kind) throws Exception {
    weave.bridge.install(this::answer, outcome -> null);

    Object actual = call(calls, kind);

    assertThat(bodies()).isZero();
    assertThat(actual).isEqualTo(expectedAnswer(actual));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anExecutedBodysResultIsHandedOverAndReturned(String kind) throws Exception {
    Object expected = call(Kinds.calls(), kind);
    Object token = new Object();
    Object[] seen = new Object[1];
    weave.bridge.install(
        call -> token,
        outcome -> {
          seen[0] = outcome[1];
          return null;
        });

    Object actual = call(calls, kind);

    assertThat(actual).isEqualTo(expected);
    assertThat(seen[0] instanceof Callable<?> lambda ? lambda.call() : seen[0]).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aRepeatedBodyRunsAgain(String kind) throws Exception {
    Object expected = call(Kinds.calls(), kind);
    call(calls, kind);
    int bodiesOfOneCall = bodies();
    int[] repeats = {1};
    Object token = new Object();
    weave.bridge.install(call -> token, outcome -> repeats[0]-- > 0 ? outcome[0] : null);

    Object actual = call(calls, kind);

    assertThat(actual).isEqualTo(expected);
    assertThat(bodies() - bodiesOfOneCall).isGreaterThan(bodiesOfOneCall);
  }

  @Test
  void aRepeatedBodyGetsTheOriginalArgumentsThoughItReassignedThem() throws Exception {
    woven
        .getClassLoader()
        .loadClass(Kinds.Flaky.class.getName())
        .getField("failures")
        .setInt(null, 2);
    Object token = new Object();
    weave.bridge.install(call -> token, outcome -> outcome[2] == null ? null : outcome[0]);

    assertThat(call(calls, "reassigned")).isEqualTo("ax6");
    assertThat(bodies()).isEqualTo(3);
  }

  @Test
  void whatTheBodyThrowsGoesOnUnchanged() throws Exception {
    woven
        .getClassLoader()
        .loadClass(Kinds.Flaky.class.getName())
        .getField("failures")
        .setInt(null, 1);
    weave.bridge.install(
        call -> new Object(),
        outcome -> {
          throw new IllegalArgumentException("of the handler");
        });

    assertThatThrownBy(() -> call(calls, "reassigned"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("flaky");
  }

  @Test
  void aHandlerThatFailsAtEntryLeavesTheBodyAlone() throws Exception {
    weave.bridge.install(
        call -> {
          throw new StackOverflowError();
        },
        outcome -> null);

    assertThat(call(calls, "finalInt")).isEqualTo(2);
  }

  @Test
  void aHandlerThatFailsAtExitLeavesTheResultAlone() throws Exception {
    weave.bridge.install(
        call -> new Object(),
        outcome -> {
          throw new StackOverflowError();
        });

    assertThat(call(calls, "finalInt")).isEqualTo(2);
  }

  @Test
  void whatTheHandlerHandsOverToBeThrownIsThrown() throws Exception {
    weave.bridge.install(
        call ->
            (Callable<?>)
                () -> {
                  throw new InterruptedException("deliberate");
                },
        outcome -> null);

    assertThatThrownBy(() -> call(calls, "finalInt")).isInstanceOf(InterruptedException.class);
    assertThat(bodies()).isZero();
  }

  @Test
  void aBodysExceptionIsNeverMaskedByTheHandlers() throws Exception {
    woven
        .getClassLoader()
        .loadClass(Kinds.Flaky.class.getName())
        .getField("failures")
        .setInt(null, 1);
    Callable<?> deliberate =
        () -> {
          throw new IllegalArgumentException("deliberate");
        };
    weave.bridge.install(call -> new Object(), outcome -> deliberate);

    assertThatThrownBy(() -> call(calls, "reassigned")).hasMessage("flaky");
  }

  @Test
  void aValueOfTheWrongTypeIsNeverTakenForNull() {
    weave.bridge.answer("no number");

    assertThatThrownBy(() -> call(calls, "finalInt")).isInstanceOf(ClassCastException.class);
  }

  @Test
  void theReceiverAndTheArgumentsAreHandedOver() throws Exception {
    Object[][] seen = new Object[1][];
    weave.bridge.install(
        call -> {
          seen[0] = Objects.requireNonNull(call);
          return null;
        },
        outcome -> null);

    call(calls, "privateString");

    assertThat(seen[0][1]).isEqualTo(woven);
    assertThat(seen[0][2]).isInstanceOf(woven);
    assertThat((Object[]) seen[0][3]).containsExactly("a", 1);
  }

  @Test
  void everyKindIsWovenOnceAndNothingElseIs() throws Exception {
    for (Callable<?> call : calls.values()) {
      call.call();
    }

    assertThat(weave.told.woven)
        .containsExactlyInAnyOrderElementsOf(
            kinds().map(kind -> kind.equals("nothing") ? "aVoid" : kind).toList());
    assertThat(weave.told.notProtected).isEmpty();
  }

  private Object answer(@Nullable Object[] call) {
    int number = (Integer) Objects.requireNonNull(call[0]);
    StageDefinition stage = ((WovenMethod.Stage) weave.methods.method(number)).definition();
    Class<?> type =
        MethodType.fromMethodDescriptorString(stage.id().descriptor(), woven.getClassLoader())
            .returnType();
    Callable<@Nullable Object> held = () -> answerOf(type);
    return held;
  }

  private static @Nullable Object answerOf(Class<?> type) {
    Map<Class<?>, Object> answers =
        Map.ofEntries(
            Map.entry(boolean.class, true),
            Map.entry(byte.class, (byte) 42),
            Map.entry(short.class, (short) 42),
            Map.entry(char.class, '*'),
            Map.entry(int.class, 42),
            Map.entry(float.class, 42f),
            Map.entry(long.class, 42L),
            Map.entry(double.class, 42d),
            Map.entry(String.class, "held"),
            Map.entry(Comparable.class, "held"),
            Map.entry(int[].class, new int[] {4, 2}),
            Map.entry(String[][].class, new String[][] {{"held"}}),
            Map.entry(Callable.class, (Callable<String>) () -> "held"));
    return answers.get(type);
  }

  /** The answer of the type that came back; null for void. */
  private static @Nullable Object expectedAnswer(@Nullable Object actual) {
    if (actual == null) {
      return null;
    }
    return answerOf(MethodType.methodType(actual.getClass()).unwrap().returnType());
  }

  private int bodies() throws ReflectiveOperationException {
    return woven.getField("bodies").getInt(null);
  }

  private static @Nullable Object call(Map<String, Callable<?>> calls, String kind)
      throws Exception {
    return Objects.requireNonNull(calls.get(kind)).call();
  }
}
