package dev.cairn.it.kinds.specimen;

import static dev.cairn.it.kinds.specimen.Specimen.same;
import static dev.cairn.it.kinds.specimen.Specimen.used;

import java.util.List;
import java.util.stream.Stream;
import kotlin.Pair;
import kotlin.Triple;
import kotlin.Unit;
import kotlin.collections.ArrayDeque;
import kotlin.collections.CollectionsKt;
import kotlin.collections.MapsKt;
import kotlin.collections.SetsKt;
import kotlin.ranges.IntRange;
import kotlin.text.Regex;
import scala.Option;
import scala.Some;
import scala.Tuple2;
import scala.collection.immutable.$colon$colon;
import scala.collection.immutable.HashMap$;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Nil$;
import scala.collection.immutable.Range$;
import scala.collection.immutable.Seq;
import scala.collection.immutable.VectorBuilder;
import scala.collection.mutable.ArrayBuffer;
import scala.collection.mutable.ListBuffer;
import scala.math.BigDecimal;
import scala.util.Right;

/** Objects of Kotlin and of Scala. */
final class LanguageKinds {

  private LanguageKinds() {}

  static Stream<Specimen> all() {
    return Stream.of(kotlin(), scala(), scalaCollections()).flatMap(kinds -> kinds);
  }

  private static Stream<Specimen> kotlin() {
    return Stream.of(
        same("Kotlin Pair", () -> new Pair<>("a", 1)),
        same("Kotlin Triple", () -> new Triple<>("a", 1, 2)),
        used("Kotlin Unit", () -> Unit.INSTANCE, unit -> unit == Unit.INSTANCE),
        same("Kotlin emptyList", CollectionsKt::emptyList),
        same("Kotlin emptyMap", MapsKt::emptyMap),
        same("Kotlin emptySet", SetsKt::emptySet),
        same("Kotlin listOf", () -> CollectionsKt.listOf("a", "b")),
        same("Kotlin IntRange", () -> new IntRange(1, 5)),
        same("Kotlin ArrayDeque", () -> new ArrayDeque<>(List.of("a", "b"))),
        same("Kotlin buildList", LanguageKinds::built),
        used("Kotlin Regex", () -> new Regex("a+"), regex -> ((Regex) regex).matches("aaa")));
  }

  private static Object built() {
    List<Object> list = CollectionsKt.createListBuilder();
    list.add("a");
    return CollectionsKt.build(list);
  }

  private static Stream<Specimen> scala() {
    return Stream.of(
        same("Scala Some", () -> new Some<>("a")),
        used("Scala None", () -> Option.empty(), none -> none == Option.empty()),
        same("Scala Tuple2", () -> new Tuple2<>("a", 1)),
        same("Scala Right", () -> new Right<>(1)),
        same("Scala BigDecimal", () -> BigDecimal.exact("1.50")));
  }

  private static Stream<Specimen> scalaCollections() {
    return Stream.of(
        used("Scala Nil", () -> Nil$.MODULE$, nil -> nil == Nil$.MODULE$),
        same("Scala List", LanguageKinds::list),
        used("Scala Vector", LanguageKinds::vector, vector -> ((Seq<?>) vector).apply(40)),
        used("Scala Map", LanguageKinds::map, LanguageKinds::lookUp),
        used("Scala HashMap", LanguageKinds::hashMap, LanguageKinds::lookUp),
        same("Scala Range", () -> Range$.MODULE$.inclusive(1, 9)),
        used(
            "Scala ArrayBuffer",
            LanguageKinds::buffer,
            buffer -> ((ArrayBuffer<?>) buffer).apply(0)),
        used(
            "Scala ListBuffer",
            LanguageKinds::listBuffer,
            buffer -> ((ListBuffer<?>) buffer).toList()),
        used(
            "Scala mutable.HashMap",
            LanguageKinds::mutableMap,
            map -> ((scala.collection.mutable.HashMap<?, ?>) map).size()));
  }

  private static Object list() {
    return new $colon$colon<>("a", new $colon$colon<>("b", LanguageKinds.<Object>nil()));
  }

  @SuppressWarnings("unchecked")
  private static <T> scala.collection.immutable.List<T> nil() {
    return (scala.collection.immutable.List<T>) (scala.collection.immutable.List<?>) Nil$.MODULE$;
  }

  private static Object vector() {
    VectorBuilder<Object> vector = new VectorBuilder<>();
    for (int i = 0; i < 100; i++) {
      vector.addOne(i);
    }
    return vector.result();
  }

  @SuppressWarnings("unchecked") // What Scala returns is raw to Java.
  private static Object map() {
    return Map$.MODULE$.<Object, Object>empty().updated("a", 1).updated("b", 2);
  }

  private static Object hashMap() {
    scala.collection.immutable.HashMap<Object, Object> map = HashMap$.MODULE$.empty();
    for (int i = 0; i < 50; i++) {
      map = map.updated("word " + i, i);
    }
    return map;
  }

  @SuppressWarnings("unchecked")
  private static Object lookUp(Object map) {
    Map<Object, Object> found = (Map<Object, Object>) map;
    return String.valueOf(found.get("a")) + found.get("word 40") + found.size();
  }

  private static Object buffer() {
    ArrayBuffer<Object> buffer = new ArrayBuffer<>();
    buffer.append("a");
    return buffer;
  }

  private static Object listBuffer() {
    ListBuffer<Object> buffer = new ListBuffer<>();
    buffer.append("a");
    return buffer;
  }

  private static Object mutableMap() {
    scala.collection.mutable.HashMap<Object, Object> map = new scala.collection.mutable.HashMap<>();
    map.put("a", 1);
    return map;
  }
}
