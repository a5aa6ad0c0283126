package dev.cairn.core.codec.kryo.evolution;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of state when the application's classes change between save and restore. */
class EvolutionTest {

  @ParameterizedTest
  @MethodSource({
    "fields",
    "marks",
    "types",
    "hierarchies",
    "superclasses",
    "constants",
    "records",
    "classes",
    "otherKinds",
    "gone"
  })
  void aChangeOfClassesIsExactOrSaidOrRefused(Change change) {
    change.check();
  }

  static Stream<Change> fields() {
    return Stream.of(
        Change.of("nothing")
            .was("class It { int a = 1; String b = \"x\"; }")
            .is("class It { int a; String b; }")
            .restores("It{a=1, b=x}"),
        Change.of("a field is added")
            .was("class It { int a = 1; }")
            .is("class It { int a; int b = 7; List<String> c = new ArrayList<>(); }")
            .restores("It{a=1, b=0, c=null}", "It.b is new", "It.c is new"),
        Change.of("a transient field is added")
            .was("class It { int a = 1; }")
            .is("class It { int a; transient Object cache; }")
            .restores("It{a=1, cache=null}"),
        Change.of("a field is removed")
            .was("class It { int a = 1; String b = \"x\"; long c = 3; }")
            .is("class It { int a; long c; }")
            .restores("It{a=1, c=3L}"),
        Change.of("a field with an object that others share is removed")
            .was(
                "class It { List<Object> a = new ArrayList<>(List.of(1)); Object b = a; Object c = a; }")
            .is("class It { Object b; Object c; }")
            .restores("It{b=[1], c=^ArrayList}"),
        Change.of("fields stand in another order")
            .was("class It { int a = 1; String b = \"x\"; double c = 2; }")
            .is("class It { double c; String b; int a; }")
            .restores("It{a=1, b=x, c=2.0}"));
  }

  static Stream<Change> marks() {
    return Stream.of(
        Change.of("a field becomes transient")
            .was("class It { int a = 1; List<Integer> b = new ArrayList<>(List.of(2)); }")
            .is("class It { int a; transient List<Integer> b; }")
            .restores("It{a=1, b=[2]}"),
        Change.of("a transient field becomes state")
            .was("class It { int a = 1; transient List<Integer> b = new ArrayList<>(List.of(2)); }")
            .is("class It { int a; List<Integer> b; }")
            .restores("It{a=1, b=[2]}"),
        Change.of("a transient field that could not be saved becomes state")
            .was(
                "class It implements java.io.Serializable { int a = 1; transient Object b = new Thread(); }")
            .is("class It { int a; Object b; }")
            .restores("It{a=1, b=null}", "It.b was not saved"),
        Change.of("a field is renamed")
            .was("class It { int total = 1; }")
            .is("class It { int sum; }")
            .restores("It{sum=0}", "It.sum is new"),
        Change.of("a field of a nested object is added and one of a shared one removed")
            .was(
                "class It { Part a = new Part(); Part b = a; }",
                "class Part { int x = 1; int y = 2; }")
            .is("class It { Part a; Part b; }", "class Part { int y; int z; }")
            .restores("It{a=Part{y=2, z=0}, b=^Part}", "Part.z is new"));
  }

  static Stream<Change> types() {
    return Stream.of(
        retyped("int", "41", "long").restores("It{a=41L}"),
        retyped("byte", "-7", "int").restores("It{a=-7}"),
        retyped("char", "'A'", "long").restores("It{a=65L}"),
        retyped("int", "41", "Integer").restores("It{a=41}"),
        retyped("int", "41", "Long").restores("It{a=41L}"),
        retyped("int", "41", "Object").restores("It{a=41}"),
        retyped("int", "41", "Number").restores("It{a=41}"),
        retyped("Integer", "41", "int").restores("It{a=41}"),
        retyped("Integer", "41", "long").restores("It{a=41L}"),
        retyped("Integer", "41", "Long").restores("It{a=41L}"),
        retyped("boolean", "true", "Boolean").restores("It{a=true}"),
        retyped("ArrayList<String>", "new ArrayList<>(List.of(\"x\"))", "List<String>")
            .restores("It{a=[x]}"),
        retyped("String", "\"x\"", "Object").restores("It{a=x}"),
        retyped("Object", "\"x\"", "String").restores("It{a=x}"),
        retyped("float", "0.1f", "double")
            .restores("It{a=0.10000000149011612}", "It.a was float and is double"),
        retyped("int", "41", "double").restores("It{a=41.0}", "It.a was int and is double"),
        retyped("Integer", "41", "double")
            .restores("It{a=41.0}", "It.a was a whole number or a float"),
        retyped("List<Integer>", "new ArrayList<>(List.of(1))", "List<Long>")
            .restores("It{a=[1]}", "It.a has other type arguments"),
        retyped("Integer", "null", "int").isRefusedNaming("It.a", "int", "null"),
        retyped("long", "41", "int").isRefusedNaming("It.a", "was long and is int"),
        retyped("double", "0.1", "float").isRefusedNaming("It.a", "was double and is float"),
        retyped("int", "16777217", "float").isRefusedNaming("It.a", "was int and is float"),
        retyped("long", "41", "double").isRefusedNaming("It.a", "was long and is double"),
        retyped("int", "41", "String").isRefusedNaming("It.a", "was int and is java.lang.String"),
        retyped("String", "\"41\"", "int").isRefusedNaming("It.a", "int", "java.lang.String"),
        retyped("String", "\"41\"", "Integer").isRefusedNaming("It.a", "java.lang.Integer"),
        retyped("Long", "41L", "Integer").isRefusedNaming("It.a", "java.lang.Integer"),
        retyped("List<String>", "new ArrayList<>()", "Set<String>")
            .isRefusedNaming("It.a", "java.util.Set", "java.util.ArrayList", "return value.a"),
        retyped("int[]", "{1, 2}", "long[]").isRefusedNaming("It.a", "[J", "[I"));
  }

  private static Change.Builder retyped(String was, String value, String is) {
    return Change.of(was + " becomes " + is)
        .was("class It { " + was + " a = " + value + "; }")
        .is("class It { " + is + " a; }");
  }

  static Stream<Change> hierarchies() {
    return Stream.of(
        Change.of("a field moves up")
            .was("class Base { int a = 1; }", "class It extends Base { int b = 2; }")
            .is("class Base { int a; int b; }", "class It extends Base { }")
            .restores("It{a=1, b=2}"),
        Change.of("a field moves down")
            .was("class Base { int a = 1; int b = 2; }", "class It extends Base { }")
            .is("class Base { int a; }", "class It extends Base { int b; }")
            .restores("It{a=1, b=2}"),
        Change.of("a superclass comes in between")
            .was("class Base { int a = 1; }", "class It extends Base { int b = 2; }")
            .is(
                "class Base { }",
                "class Middle extends Base { int a; int b; }",
                "class It extends Middle { }")
            .restores("It{a=1, b=2}"),
        Change.of("a superclass goes")
            .was("class Base { int a = 1; }", "class It extends Base { int b = 2; }")
            .is("class It { int a; int b; }")
            .restores("It{a=1, b=2}"),
        Change.of("a superclass is renamed")
            .was("class Base { int a = 1; }", "class It extends Base { int b = 2; }")
            .is("class Root { int a; }", "class It extends Root { int b; }")
            .restores("It{a=1, b=2}"));
  }

  static Stream<Change> superclasses() {
    return Stream.of(
        Change.of("two fields of one name become one elsewhere")
            .was("class Base { int a = 1; }", "class It extends Base { int a = 2; }")
            .is("class Root { int a; }", "class It extends Root { }")
            .isRefusedNaming("It.a", "not clear which"),
        Change.of("one of two fields of one name goes")
            .was("class Base { int a = 1; }", "class It extends Base { int a = 2; }")
            .is("class Base { }", "class It extends Base { int a; }")
            .restores("It{a=2}"),
        Change.of("a class becomes final")
            .was("class Base { int a = 1; }", "class It extends Base { }")
            .is("class Base { int a; }", "final class It extends Base { }")
            .restores("It{a=1}"),
        Change.of("type arguments of a superclass change")
            .was("class It extends HashMap<String, Integer> { { put(\"x\", 1); } }")
            .is("class It extends HashMap<String, Long> { }")
            .restores("{x: 1}", "It has other type arguments"),
        Change.of("a class extends a list now")
            .was("class It { int a = 1; }")
            .is("class It extends ArrayList<String> { int a; }")
            .isRefusedNaming("It", "another form"),
        Change.of("a subclass of a list gets a field")
            .was("class It extends ArrayList<String> { { add(\"x\"); } }")
            .is("class It extends ArrayList<String> { int a; }")
            .restores("[x]", "It.a is new"));
  }

  static Stream<Change> constants() {
    String used =
        "class It { Color a = Color.%s; EnumMap<Color, Integer> b = new EnumMap<>(Map.of(Color.Y, 1)); }";
    String read = "class It { Color a; EnumMap<Color, Integer> b; }";
    return Stream.of(
        Change.of("a constant is inserted")
            .was(used.replace("%s", "Y"), "enum Color { X, Y }")
            .is(read, "enum Color { NEW, X, Y }")
            .restores("It{a=Y, b={Y: 1}}"),
        Change.of("constants stand in another order")
            .was(used.replace("%s", "X"), "enum Color { X, Y }")
            .is(read, "enum Color { Y, X }")
            .restores("It{a=X, b={Y: 1}}"),
        Change.of("a constant gets a body")
            .was(used.replace("%s", "Y"), "enum Color { X, Y }")
            .is(read, "enum Color { X, Y { void f() {} } }")
            .restores("It{a=Y, b={Y: 1}}"),
        Change.of("a constant that is not used is removed")
            .was(used.replace("%s", "Y"), "enum Color { X, Y }")
            .is(read, "enum Color { Y }")
            .restores("It{a=Y, b={Y: 1}}"),
        Change.of("a constant that is used is removed")
            .was(used.replace("%s", "X"), "enum Color { X, Y }")
            .is(read, "enum Color { Y }")
            .isRefusedNaming("Color", "no constant X", "return value.a"),
        Change.of("a constant that only a removed field had is removed")
            .was("class It { Color a = Color.X; int b = 2; }", "enum Color { X, Y }")
            .is("class It { int b; }", "enum Color { Y }")
            .restores("It{b=2}"),
        Change.of("an enum becomes a class")
            .was("class It { Color a = Color.X; }", "enum Color { X, Y }")
            .is("class It { Object a; }", "class Color { }")
            .isRefusedNaming("Color", "no enum", "return value.a"));
  }

  static Stream<Change> records() {
    return Stream.of(
        Change.of("a component is added")
            .making("new It(1)")
            .was("record It(int a) {}")
            .is("record It(int a, String b) {}")
            .restores("It{a=1, b=null}", "It.b is new"),
        Change.of("a component is removed")
            .making("new It(1, \"x\", 3)")
            .was("record It(int a, String b, int c) {}")
            .is("record It(int a, int c) {}")
            .restores("It{a=1, c=3}"),
        Change.of("components of one type stand in another order")
            .making("new It(1, 2)")
            .was("record It(int a, int b) {}")
            .is("record It(int b, int a) {}")
            .restores("It{a=1, b=2}"),
        Change.of("a component gets wider")
            .making("new It(1)")
            .was("record It(int a) {}")
            .is("record It(long a) {}")
            .restores("It{a=1L}"),
        Change.of("a class becomes a record")
            .was("class It { int a = 1; }")
            .is("record It(int a) {}")
            .restores("It{a=1}"),
        Change.of("a record becomes a class")
            .making("new It(1)")
            .was("record It(int a) {}")
            .is("class It { int a; }")
            .restores("It{a=1}"));
  }

  static Stream<Change> classes() {
    return Stream.of(
        Change.of("a class is renamed")
            .making("new Old()")
            .was(
                "class Base { int a = 1; }",
                "class Old extends Base { int b = 2; Old[] c = { this }; }")
            .is("class Base { int a; }", "class It extends Base { int b; It[] c; }")
            .aliased("Old=It")
            .restores("It{a=1, b=2, c=It[]{}}"),
        Change.of("a class with nested ones is renamed")
            .making("new Old()")
            .was(
                "class Old { Part a = new Part(); static class Part { Kind b = Kind.X; enum Kind { X } } }")
            .is("class It { Part a; static class Part { Kind b; enum Kind { X } } }")
            .aliased("Old=It")
            .restores("It{a=Part{b=X}}"),
        Change.of("a package moves")
            .making("shop.Order.of()")
            .was(
                "class Unused { }",
                "package shop; public class Order { java.util.List<Order> a = new java.util.ArrayList<>(); public static Object of() { return new Order(); } }")
            .is("package store.front; class Order { java.util.List<Order> a; }")
            .aliased("shop.*=store.front.*")
            .restores("Order{a=[]}"));
  }

  static Stream<Change> otherKinds() {
    return Stream.of(
        Change.of("a class is renamed and nobody says so")
            .making("new Old()")
            .was("class Old { int a = 1; }")
            .is("class It { int a; }")
            .isRefusedNaming("class Old is gone", "cairn.aliases", "return value"),
        Change.of("a class becomes an interface")
            .was("class It { int a = 1; }")
            .is("interface It { }")
            .isRefusedNaming("It", "abstract now"),
        Change.of("a class becomes abstract")
            .was("class It { int a = 1; }")
            .is("abstract class It { int a; }")
            .isRefusedNaming("It", "abstract now"),
        Change.of("a class becomes an enum")
            .was("class It { int a = 1; }")
            .is("enum It { X }")
            .isRefusedNaming("It", "value"),
        Change.of("a class becomes an inner one")
            .making("new It.Part()")
            .was("class It { static class Part { int a = 1; } }")
            .is("class It { class Part { int a; int b() { return It.this.hashCode(); } } }")
            .restores("Part{a=1, this$0=null}", "It$Part.this$0 is new"));
  }

  static Stream<Change> gone() {
    return Stream.of(
        Change.of("a class is gone that only a removed field had")
            .was(
                "class It { int a = 1; Gone b = new Gone(); int c = 3; }",
                "class Gone { It back; Object[] d = { 1, new Gone2() }; }",
                "class Gone2 { }")
            .is("class It { int a; int c; }")
            .restores("It{a=1, c=3}"),
        Change.of("a class is gone whose objects hang on a removed field over one that is there")
            .was(
                "class It { int a = 1; Part b = new Part(); }",
                "class Part { Gone c = new Gone(); }",
                "class Gone { }")
            .is("class It { int a; }", "class Part { Object c; }")
            .restores("It{a=1}"),
        Change.of("a class is gone that an element has")
            .was(
                "class It { List<Object> a = new ArrayList<>(List.of(1, new Gone())); }",
                "class Gone { }")
            .is("class It { List<Object> a; }")
            .isRefusedNaming("class Gone is gone", "return value.a[1]"),
        Change.of("a class is gone that a field and a removed field have")
            .was("class It { Gone a = new Gone(); Object b = a; }", "class Gone { }")
            .is("class It { Object b; }")
            .isRefusedNaming("class Gone is gone", "return value.b"),
        Change.of("the class of an enum is gone that a removed field had")
            .was(
                "class It { int a = 1; Color b = Color.X; Class<?> c = Color.class; }",
                "enum Color { X }")
            .is("class It { int a; }")
            .restores("It{a=1}"));
  }
}
