package dev.cairn.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Unsaved;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.frame.StageFrames;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StageId;
import dev.cairn.core.model.StagePolicy;
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
  private final Kinds kinds = new Kinds(Access.best());
  private final StageFrames frames = new StageFrames(kinds);
  private final GraphWalker walker =
      new GraphWalker(kinds, Long.MAX_VALUE, new SplittableRandom(1));

  static final class Context {
    String title = "a title";
    double[] weights = {1, 2, 3};
    List<Object> items = new ArrayList<>(List.of("x", 1_000, new ArrayList<>(List.of("y"))));
    Map<String, Object> facts = new HashMap<>(Map.of("Aa", 1, "k", new ArrayList<>()));
    transient int scratch;
  }

  static final class Aside {
    @Unsaved Object client = new Object();
    List<Object> items = new ArrayList<>(List.of("x"));
  }

  static class Older {
    private final List<Object> items = new ArrayList<>(List.of("x"));

    int older() {
      return items.size();
    }
  }

  static final class Desk extends Older {
    private List<Object> items = new ArrayList<>(List.of("x"));
    private int count = 1;

    int newer() {
      return items.size() + count;
    }

    int alike() {
      return items.size();
    }
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

  @Test
  void whatIsNeverSavedMustBeTheSameObject() {
    Aside aside = new Aside();
    WalkedGraph earlier = walker.walk(frame("ctx", aside));

    assertThat(again(earlier, "ctx", aside)).isSameAs(earlier);
    Object client = aside.client;
    aside.client = new Object();
    assertThat(again(earlier, "ctx", aside)).isNotSameAs(earlier);
    aside.client = null;
    assertThat(again(earlier, "ctx", aside)).isNotSameAs(earlier);
    aside.client = client;
    assertThat(again(earlier, "ctx", aside)).isSameAs(earlier);
    aside.items.add("z");
    assertThat(again(earlier, "ctx", aside)).isNotSameAs(earlier);
  }

  @Test
  void anArgumentThatIsNeverSavedMustBeTheSameObject() {
    Object client = new Object();
    WalkedGraph earlier = walker.walk(unsaved(client));

    assertThat(walker.walk(unsaved(client), Optional.of(earlier))).isSameAs(earlier);
    assertThat(walker.walk(unsaved(new Object()), Optional.of(earlier))).isNotSameAs(earlier);
  }

  private Frame unsaved(Object client) {
    List<Parameter> parameters = List.of(new Parameter("client", false, true, false));
    return Frame.ofArguments(parameters, new Object[] {client}, getClass().getClassLoader());
  }

  @Test
  void fieldsOfTheReceiverAreLookedAtAgain() {
    Desk desk = new Desk();
    WalkedGraph earlier = walker.walk(frame(desk, "newer"));

    assertThat(again(earlier, desk, "newer")).isSameAs(earlier);
    desk.count++;
    assertThat(again(earlier, desk, "newer")).isNotSameAs(earlier);
    desk.count--;
    desk.items = new ArrayList<>(desk.items);
    assertThat(again(earlier, desk, "newer")).isNotSameAs(earlier);
  }

  @Test
  void anotherReceiverOrAFieldThatIsCalledAlikeNeedsAWalkOfItsOwn() {
    Desk desk = new Desk();
    WalkedGraph earlier = walker.walk(frame(desk, "older"));
    desk.count = 0;
    desk.items = ((Older) desk).items; // so that only the field tells

    assertThat(again(earlier, desk, "older")).isSameAs(earlier);
    assertThat(again(earlier, desk, "alike")).isNotSameAs(earlier);
    assertThat(again(earlier, new Desk(), "older")).isNotSameAs(earlier);
  }

  private WalkedGraph again(WalkedGraph earlier, Desk desk, String stage) {
    return walker.walk(frame(desk, stage), Optional.of(earlier));
  }

  /** The frame of a call of a stage that returns an int and has no parameters. */
  private Frame frame(Desk desk, String stage) {
    StageId id = new StageId(declaring(stage).getName(), stage, "()I");
    StageDefinition definition =
        new StageDefinition(id, id.defaultName(), List.of(), StagePolicy.DEFAULT);
    return frames.of(definition, declaring(stage), desk, new Object[0]);
  }

  private static Class<?> declaring(String stage) {
    return stage.equals("older") ? Older.class : Desk.class;
  }

  /** Such a walk met, or left out, what it keeps no record of. */
  @Test
  void whatIsNotRecordedIsWalked() {
    Set<Object> alike = new HashSet<>(List.of(new int[] {1}, new int[] {1}.clone()));

    for (Object state : List.of(new Positioned(), alike)) {
      WalkedGraph earlier = walker.walk(frame("ctx", state));
      assertThat(again(earlier, "ctx", state)).as("%s", state.getClass()).isNotSameAs(earlier);
    }
  }
}
