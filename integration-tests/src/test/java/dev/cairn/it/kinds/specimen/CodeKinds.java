package dev.cairn.it.kinds.specimen;

import static dev.cairn.it.kinds.specimen.Specimen.foreign;
import static dev.cairn.it.kinds.specimen.Specimen.refused;
import static dev.cairn.it.kinds.specimen.Specimen.used;

import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Code as an object: lambdas, method references, proxies, reflection. */
final class CodeKinds {

  private CodeKinds() {}

  static Stream<Specimen> all() {
    return Stream.of(lambdas(), serializable(), proxies(), reflection()).flatMap(kinds -> kinds);
  }

  /** A function that can be written. */
  interface Written<A, B> extends Function<A, B>, Serializable {}

  private static Stream<Specimen> lambdas() {
    int captured = 5;
    String text = "text";
    return Stream.of(
        refused("lambda", () -> (Runnable) () -> {}, "lambda"),
        refused("lambda that captures", () -> (Supplier<Object>) () -> text + captured, "lambda"),
        refused("method reference", () -> (Function<String, Object>) String::length, "lambda"),
        refused("Function.identity", Function::identity, "lambda")
            .asInput(Specimen.Input.MATCHES_IN_SAME_JDK));
  }

  @SuppressWarnings("unchecked")
  private static Object applied(Object function) {
    return ((Function<Object, Object>) function).apply("aB");
  }

  private static Stream<Specimen> serializable() {
    List<String> seen = new ArrayList<>(List.of("seen"));
    return Stream.of(
        used(
            "lambda, serializable",
            () -> (Written<String, Object>) text -> text + 1,
            CodeKinds::applied),
        used(
            "lambda, serializable, that captures", () -> capturing(3, 4L, "x"), CodeKinds::applied),
        used(
            "lambda, serializable, that captures a list",
            () -> collecting(new ArrayList<>(seen)),
            CodeKinds::applied),
        used(
            "lambda, serializable, by a cast",
            () -> (Function<String, Object> & Serializable) text -> text + 2,
            CodeKinds::applied),
        used(
            "method reference, serializable",
            () -> (Written<String, Object>) String::length,
            CodeKinds::applied),
        used(
            "method reference to an object, serializable",
            () -> (Written<String, Object>) "Base"::concat,
            CodeKinds::applied),
        used(
            "constructor reference, serializable",
            () -> (Written<String, Object>) StringBuilder::new,
            f -> String.valueOf(applied(f))),
        used(
            "lambda of primitives, serializable",
            () -> (IntBinaryOperator & Serializable) (a, b) -> a * b,
            f -> ((IntBinaryOperator) f).applyAsInt(3, 4)));
  }

  private static Object capturing(int number, long more, String text) {
    return (Written<String, Object>) given -> given.toUpperCase(Locale.ROOT) + number + more + text;
  }

  private static Object collecting(List<String> into) {
    return (Written<String, Object>)
        given -> {
          into.add(given);
          return into;
        };
  }

  /** Answers every call alike. */
  record Answer(String text) implements InvocationHandler {
    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
      return method.getName() + " is " + text;
    }
  }

  private static Stream<Specimen> proxies() {
    return Stream.of(
        used(
            "Proxy with a handler that is state",
            () -> proxy(new Answer("x")),
            p -> ((Supplier<?>) p).get()),
        refused("Proxy with a handler that is none", () -> proxy((p, m, a) -> "x"), "lambda"));
  }

  private static Object proxy(InvocationHandler handler) {
    return Proxy.newProxyInstance(
        CodeKinds.class.getClassLoader(), new Class<?>[] {Supplier.class}, handler);
  }

  private static Stream<Specimen> reflection() {
    return Stream.of(
        foreign("Method", () -> Object.class.getDeclaredMethods()[0], "does not know"),
        foreign("MethodHandle", () -> MethodHandles.constant(int.class, 1), "does not know"),
        foreign("Annotation", CodeKinds::annotation, "does not know"));
  }

  private static Object annotation() {
    return FunctionalInterface.class.getAnnotations()[0];
  }
}
