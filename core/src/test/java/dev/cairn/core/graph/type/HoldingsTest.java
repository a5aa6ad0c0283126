package dev.cairn.core.graph.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.graph.reflect.Access;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HoldingsTest {
  private static final Constant CONSTANT = new Constant(HoldingsTest.class, "HELD", true);

  private final Holdings holdings = new Holdings(new Kinds(Access.best())::of);
  private final Thing thing = new Thing();

  private static final class Thing {}

  private boolean finds(Object object) {
    return holdings.look().constant(object).isPresent();
  }

  @Test
  void findsWhatIsPutIntoAnArrayThatHeldNothing() {
    @Nullable Object[] array = new @Nullable Object[2];
    holdings.add(array, CONSTANT);
    boolean before = finds(thing);

    array[1] = thing;

    assertThat(before).isFalse();
    assertThat(finds(thing)).isTrue();
  }

  @Test
  void findsWhatIsPutIntoAnAtomicReferenceThatHeldNothing() {
    AtomicReference<@Nullable Thing> reference = new AtomicReference<>();
    holdings.add(reference, CONSTANT);
    boolean before = finds(thing);

    reference.set(thing);

    assertThat(before).isFalse();
    assertThat(finds(thing)).isTrue();
  }

  @Test
  void findsWhatReplacesAPlainValueInAListOfTheSameSize() {
    List<Object> list = new ArrayList<>(List.of("a", "b"));
    holdings.add(list, CONSTANT);
    boolean before = finds(thing);

    list.set(0, thing);

    assertThat(before).isFalse();
    assertThat(finds(thing)).isTrue();
  }

  @Test
  void findsWhatReplacesAValueInAMapAndNoLongerWhatItReplaces() {
    Thing other = new Thing();
    Map<String, Thing> map = new HashMap<>(Map.of("key", other));
    holdings.add(map, CONSTANT);
    boolean before = finds(other);

    map.put("key", thing);

    assertThat(before).isTrue();
    assertThat(finds(thing)).isTrue();
    assertThat(finds(other)).isFalse();
  }

  @Test
  void findsWhatIsAddedToAContainerInsideAnUnchangingOne() {
    List<Thing> inner = new ArrayList<>();
    holdings.add(List.of(inner), CONSTANT);
    boolean before = finds(thing);

    inner.add(thing);

    assertThat(before).isFalse();
    assertThat(finds(thing)).isTrue();
  }

  @Test
  void findsTheSameAgainWhereNothingChanged() {
    holdings.add(new ArrayList<>(List.of(thing, "text")), CONSTANT);

    Held first = holdings.look();

    assertThat(holdings.look().constant(thing)).isEqualTo(first.constant(thing)).isPresent();
  }

  @Test
  void looksAtNoMoreThanItsShareOfALargeContainer() {
    List<Object> list = new ArrayList<>(Collections.nCopies(Trace.LARGEST, "text"));
    Thing first = new Thing();
    list.set(0, first);
    list.add(thing);
    holdings.add(list, CONSTANT);

    assertThat(finds(first)).isTrue();
    assertThat(finds(thing)).isFalse();
    assertThat(finds(first)).isTrue();
  }

  @Test
  void endsWhereAContainerLiesInItself() {
    Object[] itself = {thing, new Object()};
    itself[1] = itself;
    holdings.add(Arrays.asList(itself), CONSTANT);

    assertThat(finds(thing)).isTrue();
    assertThat(finds(thing)).isTrue();
  }
}
