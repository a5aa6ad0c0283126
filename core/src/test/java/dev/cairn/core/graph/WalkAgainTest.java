package dev.cairn.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Unsaved;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WalkAgainTest {
  private final GraphWalker walker =
      new GraphWalker(new Kinds(Access.best()), Long.MAX_VALUE, new SplittableRandom(1));

  static final class Context {
    String title = "a title";
    double[] weights = {1, 2, 3};
    List<Object> items = new ArrayList<>(List.of("x", 1_000, new ArrayList<>(List.of("y"))));
    Map<String, Object> facts = new HashMap<>(Map.of("Aa", 1, "k", new ArrayList<>()));
    transient int scratch;
  }

  static final class Aside {
    @Unsaved Object client;
  }

  static final class Positioned {
    transient Object position = new ArrayList<>(List.of(1)).iterator();
  }

  record Change(String name, Consumer<Context> effect) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Change> changes() {
    return Stream.of(
        new Change("a text", context -> context.title = "another"),
        new Change("a number in an array", context -> context.weights[1] = -2),
        new Change("an equal array", context -> context.weights = context.weights.clone()),
        new Change("an element", context -> context.items.set(0, "z")),
        new Change("one more", context -> context.items.add("z")),
        new Change("deep inside", context -> ((List<?>) context.items.get(2)).clear()),
        new Change("an entry", context -> context.facts.put("k", "v")),
        new Change("the order", context -> context.facts.put("BB", context.facts.remove("Aa"))),
        new Change("an alias", context -> context.facts.put("k", context.items.get(2))),
        new Change("what is not compared", context -> context.scratch = 1));
  }

  private Frame frame(String name, Object argument) {
    ClassLoader loader = getClass().getClassLoader();
    return Frame.ofArguments(List.of(Parameter.plain(name)), new Object[] {argument}, loader);
  }

  private WalkedGraph again(WalkedGraph earlier, String name, Object argument) {
    return walker.walk(frame(name, argument), Optional.of(earlier));
  }

  @Test
  void anEarlierWalkServesWhereAllIsAsItWas() {
    Context context = new Context();
    WalkedGraph earlier = walker.walk(frame("ctx", context));

    context.title = new String(context.title);

    assertThat(again(earlier, "ctx", context)).isSameAs(earlier);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void anyChangeNeedsAWalkOfItsOwn(Change change) {
    Context context = new Context();
    WalkedGraph earlier = walker.walk(frame("ctx", context));

    change.effect().accept(context);

    WalkedGraph walked = again(earlier, "ctx", context);
    WalkedGraph fresh = walker.walk(frame("ctx", context));
    assertThat(walked).isNotSameAs(earlier);
    assertThat(walked.fingerprint()).isEqualTo(fresh.fingerprint());
    assertThat(walked.stateHash()).isEqualTo(fresh.stateHash());
  }

  @Test
  void anotherPlaceOrAnotherObjectNeedsOneToo() {
    Context context = new Context();
    WalkedGraph earlier = walker.walk(frame("ctx", context));

    assertThat(again(earlier, "context", context)).isNotSameAs(earlier);
    assertThat(again(earlier, "ctx", new Context())).isNotSameAs(earlier);
    assertThat(again(earlier, "ctx", null)).isNotSameAs(earlier);
  }

  /** Such a walk met, or left out, what it keeps no record of. */
  @Test
  void whatIsNotRecordedIsWalked() {
    Set<Object> alike = new HashSet<>(List.of(new int[] {1}, new int[] {1}.clone()));

    for (Object state : List.of(new Aside(), new Positioned(), alike)) {
      WalkedGraph earlier = walker.walk(frame("ctx", state));
      assertThat(again(earlier, "ctx", state)).as("%s", state.getClass()).isNotSameAs(earlier);
    }
  }
}
