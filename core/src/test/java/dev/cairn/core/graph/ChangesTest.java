package dev.cairn.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.hash.ChangeDetector;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Parameter;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private final Access access = Access.best();
  private final Kinds kinds = new Kinds(access);
  private final GraphWalker walker =
      new GraphWalker(kinds, Long.MAX_VALUE, new SplittableRandom(1));

  static final class Holder {
    Object value;
    transient Object transientValue = new Object();
    int number = 7;

    Holder(Object value) {
      this.value = value;
    }
  }

  private WalkedGraph walk(Object argument) {
    Parameter parameter = Parameter.plain("ctx");
    ClassLoader loader = getClass().getClassLoader();
    return walker.walk(Frame.ofArguments(List.of(parameter), new Object[] {argument}, loader));
  }

  private boolean isChanged(WalkedGraph walked, Object object) {
    ChangeDetector changes = walked.changes();
    NodeKind kind = (NodeKind) kinds.of(object.getClass());
    int number = walked.numberOf(object);
    kind.visit(object, changes.begin(number, kind));
    return !changes.isUnchanged(number);
  }

  @Test
  void whatIsWrittenAlikeIsNoChange() {
    Holder holder = new Holder(new BigDecimal("1.50"));
    Holder pattern = new Holder(Pattern.compile("a+"));
    WalkedGraph walked = walk(List.of(holder, pattern));

    holder.value = new BigDecimal("1.50");
    pattern.value = Pattern.compile("a+");

    assertThat(isChanged(walked, holder)).isFalse();
    assertThat(isChanged(walked, pattern)).isFalse();
  }

  @Test
  void anotherValueOrObjectOrNumberIsOne() {
    Holder value = new Holder(new BigDecimal("1.50"));
    Holder object = new Holder(new ArrayList<>());
    Holder number = new Holder("");
    Holder hidden = new Holder("");
    WalkedGraph walked = walk(List.of(value, object, number, hidden));

    value.value = new BigDecimal("1.5");
    object.value = new ArrayList<>();
    number.number = 8;
    hidden.transientValue = new Object();

    assertThat(List.of(value, object, number, hidden)).allMatch(each -> isChanged(walked, each));
  }

  @Test
  void anElementMoreOrLessOrElsewhereIsOne() {
    List<Object> more = new ArrayList<>(List.of("a", "b"));
    List<Object> less = new ArrayList<>(List.of("a", "b"));
    List<Object> swapped = new ArrayList<>(List.of("a", "b"));
    Map<Object, Object> reordered = new LinkedHashMap<>(Map.of("k", 1));
    WalkedGraph walked = walk(List.of(more, less, swapped, reordered));

    more.add("c");
    less.remove(1);
    swapped.add(swapped.remove(0));
    reordered.put("k", 1_000);

    assertThat(List.of(more, less, swapped, reordered)).allMatch(each -> isChanged(walked, each));
  }

  @Test
  void arraysOfPrimitivesAreComparedByTheirElements() {
    double[] kept = new double[10_000];
    double[] changed = new double[10_000];
    WalkedGraph walked = walk(List.of(kept, changed));

    changed[9_999] = -0.0;

    assertThat(isChanged(walked, kept)).isFalse();
    assertThat(isChanged(walked, changed)).isTrue();
  }

  /** The same object, and yet it is written otherwise after the name service has answered. */
  @Test
  void anAddressThatLearnedItsNameIsAChange() throws Exception {
    InetAddress address = InetAddress.getByAddress(new byte[] {10, 0, 0, 1});
    Holder holder = new Holder(address);
    WalkedGraph walked = walk(holder);
    assertThat(isChanged(walked, holder)).isFalse();

    name(address, "printer");

    assertThat(isChanged(walked, holder)).isTrue();
  }

  private void name(InetAddress address, String name) throws ReflectiveOperationException {
    PrivateField holder = access.jdkField(InetAddress.class, "holder").orElseThrow();
    Object inside = holder.get(address);
    access.field(inside.getClass().getDeclaredField("hostName")).set(inside, name);
  }

  /**
   * What is recorded of a table tells the order of its elements, which its fingerprint does not.
   */
  @Test
  void theStateKnowsTheOrderOfATable() {
    Map<String, Integer> one = new HashMap<>(16);
    one.put("Aa", 1);
    one.put("BB", 2);
    WalkedGraph before = walk(one);
    one.remove("Aa");
    one.put("Aa", 1);
    WalkedGraph after = walk(one);

    assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
    assertThat(after.stateHash()).isNotEqualTo(before.stateHash());
    assertThat(walk(one).stateHash()).isEqualTo(after.stateHash());
    assertThat(isChanged(before, one)).isTrue();
  }
}
