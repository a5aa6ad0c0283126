package dev.cairn.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.Parameter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private final GraphWalker walker =
      new GraphWalker(new Kinds(Access.best()), Long.MAX_VALUE, new SplittableRandom(1));

  static class Person {
    String name;
    int age;
    Person friend;
    List<Object> things = new ArrayList<>();

    Person(String name, int age) {
      this.name = name;
      this.age = age;
    }
  }

  static final class Employee extends Person {
    Employee(String name, int age) {
      super(name, age);
    }
  }

  enum Level {
    LOW,
    HIGH
  }

  record Pair(Object left, Object right) {}

  private WalkedGraph walk(Object argument) {
    Parameter parameter = Parameter.plain("ctx");
    ClassLoader loader = getClass().getClassLoader();
    return walker.walk(Frame.ofArguments(List.of(parameter), new Object[] {argument}, loader));
  }

  private Fingerprint of(Object argument) {
    return walk(argument).fingerprint();
  }

  private static Person sample() {
    Person person = new Person("Ada", 36);
    person.friend = new Employee("Charles", 44);
    person.friend.friend = person;
    person.things.addAll(
        List.of(1, 2L, 'c', "ü", Level.HIGH, new BigDecimal("1.50"), Instant.EPOCH));
    person.things.add(new int[] {1, 2, 3});
    person.things.add(new Pair("x", null));
    person.things.add(new HashMap<>(Map.of("a", 1, "b", List.of(2, 3))));
    return person;
  }

  @Test
  void equalInputsHaveEqualFingerprints() {
    assertThat(of(sample())).isEqualTo(of(sample()));
  }

  /** Recorded once; what changes it makes every checkpoint that users have useless. */
  @Test
  void fingerprintsAreTheSameInEveryJvm() {
    assertThat(of(sample()).hex())
        .isEqualTo("68abb3a88142d2465d4e14e5184f5f2854c7c785534dc3fc71d349603933bdf4");
  }

  @Test
  void theOrderOfHashTablesMeansNothing() {
    Map<Object, Object> one = new HashMap<>();
    Map<Object, Object> other = new HashMap<>(4096);
    for (int i = 0; i < 100; i++) {
      one.put("key" + i, new Person("p" + i, i));
      other.put("key" + (99 - i), new Person("p" + (99 - i), 99 - i));
    }

    assertThat(of(one)).isEqualTo(of(other));
  }

  @Test
  void setsOfObjectsWithIdentityHashesAreComparedByContent() {
    Supplier<Set<Object>> people =
        () -> {
          Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
          for (int i = 0; i < 50; i++) {
            Person person = new Person("same name", 1);
            person.friend = new Person("friend", i);
            set.add(person);
          }
          return new HashSet<>(set);
        };

    assertThat(of(people.get())).isEqualTo(of(people.get()));
  }

  @Test
  void elementsThatLookAlikeMatchNothing() {
    Supplier<Set<Object>> twins = () -> new HashSet<>(List.of(new Object(), new Object()));

    WalkedGraph graph = walk(twins.get());

    assertThat(graph.ambiguities()).containsExactly("ctx");
    assertThat(graph.fingerprint()).isNotEqualTo(of(twins.get()));
  }

  @Test
  void insertionOrderMeansSomethingWhereTheContainerKeepsIt() {
    Map<String, Integer> one = new LinkedHashMap<>();
    one.put("a", 1);
    one.put("b", 2);
    Map<String, Integer> other = new LinkedHashMap<>();
    other.put("b", 2);
    other.put("a", 1);

    assertThat(of(one)).isNotEqualTo(of(other));
  }

  @Test
  void aliasesAreNotCopies() {
    Person shared = new Person("x", 1);

    assertThat(of(new Pair(shared, shared)))
        .isNotEqualTo(of(new Pair(new Person("x", 1), new Person("x", 1))));
  }

  @Test
  void identityOfValuesMeansNothing() {
    String text = "text";
    String copy = new StringBuilder(text).toString();

    assertThat(of(new Pair(text, text))).isEqualTo(of(new Pair(text, copy)));
  }

  @Test
  void cyclesOfDifferentLengthDiffer() {
    Person one = new Person("x", 1);
    one.friend = one;
    Person two = new Person("x", 1);
    two.friend = new Person("x", 1);
    two.friend.friend = two;

    assertThat(of(one)).isNotEqualTo(of(two));
  }

  @Test
  void everySingleChangeMakesInputsDiffer() {
    List<Object> variants = new ArrayList<>(plainVariants());
    variants.addAll(structuredVariants());
    Set<Fingerprint> seen = new HashSet<>();

    for (Object variant : variants) {
      seen.add(of(Collections.singletonList(variant)));
    }

    assertThat(seen).hasSameSizeAs(variants);
  }

  private static List<Object> plainVariants() {
    return Arrays.asList(
        null,
        1,
        1L,
        (short) 1,
        1.0,
        1.0f,
        '1',
        "1",
        true,
        Level.LOW,
        Level.HIGH,
        "",
        "2",
        List.of(),
        List.of(1),
        List.of(1, 2),
        List.of(2, 1),
        new ArrayList<>(),
        Set.of(1),
        Map.of(1, 1),
        Map.of(1, 2));
  }

  private static List<Object> structuredVariants() {
    return Arrays.asList(
        new int[0],
        new int[1],
        new int[] {1},
        new long[1],
        new Integer[] {1},
        new Object[] {1},
        new Person("a", 1),
        new Person("a", 2),
        new Person("b", 1),
        new Employee("a", 1),
        new Pair(1, 2),
        new Pair(2, 1),
        new Pair(1, null),
        0.0,
        -0.0,
        Double.NaN,
        new BigDecimal("1"),
        new BigDecimal("1.0"),
        new HashMap<>(),
        new LinkedHashMap<>(),
        int.class,
        Integer.class);
  }

  @Test
  void partsNameWhatDiffers() {
    Person before = sample();
    Person after = sample();
    after.friend.age = 45;

    Map<String, Fingerprint> one = walk(before).parts();
    Map<String, Fingerprint> other = walk(after).parts();

    assertThat(other.keySet()).isEqualTo(one.keySet());
    assertThat(one.keySet().stream().filter(part -> !one.get(part).equals(other.get(part))))
        .containsExactly("ctx.friend");
  }

  @Test
  void aChangedValueIsNamedDownToItsField() {
    Person after = sample();
    after.age = 37;

    Map<String, Fingerprint> one = walk(sample()).parts();
    Map<String, Fingerprint> other = walk(after).parts();

    assertThat(one.keySet().stream().filter(part -> !one.get(part).equals(other.get(part))))
        .containsExactly("ctx", "ctx.age");
  }

  @Test
  void aPartThatGrowsLeavesTheOthersAlone() {
    Person after = sample();
    after.friend.things.add(new Person("new", 1));

    Map<String, Fingerprint> one = walk(sample()).parts();
    Map<String, Fingerprint> other = walk(after).parts();

    assertThat(one.get("ctx.things")).isEqualTo(other.get("ctx.things"));
    assertThat(one.get("ctx.friend")).isNotEqualTo(other.get("ctx.friend"));
  }

  @Test
  void lambdasCountByMethodAndCaptures() {
    assertThat(of(adder(1))).isEqualTo(of(adder(1)));
    assertThat(of(adder(1))).isNotEqualTo(of(adder(2)));
    assertThat(of(adder(1))).isNotEqualTo(of(subtractor(1)));
  }

  private static Pair adder(int by) {
    IntUnaryOperator adds = x -> x + by;
    return new Pair(adds, null);
  }

  private static Pair subtractor(int by) {
    IntUnaryOperator subtracts = x -> x - by;
    return new Pair(subtracts, null);
  }

  @Test
  void pathsSayWhereThingsAre() {
    Person person = sample();
    WalkedGraph graph = walk(person);

    assertThat(graph.path(graph.numberOf(person.friend.things))).isEqualTo("ctx.friend.things");
    assertThat(graph.path(graph.numberOf(person.things.get(8)))).isEqualTo("ctx.things[8]");
  }
}
