package dev.cairn.core.graph.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.core.model.StageId;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageCodeTest {
  private static final String JOB =
      """
      import java.util.*;
      import java.util.function.*;
      class Job extends Above implements Callback {
        static final int LIMIT = 40;
        static final List<String> STOP = List.of("the", "a");
        static final Map<String, Integer> RATES = new HashMap<>();
        static { RATES.put("x", 7); }
        static void fill() { RATES.put("x", 9); }
        static final Object LOG = new Object();
        static int other = 3;
        int state;
        enum Color { RED, GREEN, BLUE; int weight() { return ordinal() * 2; } }
        interface Shape { int area(); }
        record Square(int side) implements Shape { public int area() { return side * side; } }
        record Round(int radius) implements Shape { public int area() { return radius * 3; } }

        Object stage() {
          Supplier<String> one = () -> "one" + LIMIT;
          Runnable inner = new Runnable() { public void run() { state = helper(5); } };
          inner.run();
          String text = one.get() + " " + STOP + this.state + new int[0];
          switch (Color.valueOf(text)) {
            case BLUE: state = 1; break;
            case RED: state = 2; break;
            default: state = 3;
          }
          switch (text) { case "a": return 1; case "b": return 2; default: }
          Shape shape = state > 1 ? new Square(2) : new Round(3);
          state += shape.area() + RATES.get("x") + above() + callback();
          List<String> sorted = new ArrayList<>(STOP);
          sorted.sort(new ByLength());
          try { return sorted.toString() + Color.GREEN.weight(); }
          catch (IllegalStateException e) { return e.hashCode(); }
          finally { LOG.notifyAll(); }
        }
        static class ByLength implements Comparator<String> {
          public int compare(String a, String b) { return a.length() - b.length(); }
          int unused() { return 1; }
        }
        private int helper(int n) { return n == 0 ? deepest() : helper(n - 1); }
        private static int deepest() { return Elsewhere.value() + 11; }
        void another() { Runnable r = () -> System.out.println("another"); r.run(); }
      }
      """;
  private static final String ABOVE =
      "class Above { int above() { return twice(4); } int twice(int n) { return 2 * n; } }";
  private static final String CALLBACK =
      "interface Callback { default int callback() { return 6; } }";
  private static final String ELSEWHERE = "class Elsewhere { static int value() { return 1; } }";

  @TempDir Path directory;
  private @Nullable StageCode unchanged;

  private StageCode code(String job) {
    return new Compilation(directory).code(job, ABOVE, CALLBACK, ELSEWHERE);
  }

  private StageCode with(String old, String changed) {
    return code(changed(JOB, old, changed));
  }

  private static String changed(String source, String old, String changed) {
    assertThat(source).contains(old);
    return source.replace(old, changed);
  }

  private void assertChanged(String old, String changed) {
    StageCode after = with(old, changed);
    assertThat(after.obstacle()).isEmpty();
    assertThat(after.fingerprint())
        .as("%s -> %s", old, changed)
        .isNotEqualTo(unchanged().fingerprint());
  }

  private StageCode unchanged() {
    if (unchanged == null) {
      unchanged = code(JOB);
    }
    return unchanged;
  }

  @Test
  void seesAChangedConstantLambdaAnonymousClassHelperCaseOrNestedClass() {
    assertChanged("LIMIT = 40", "LIMIT = 41");
    assertChanged("\"one\"", "\"two\"");
    assertChanged("helper(5)", "helper(6)");
    assertChanged("+ 11", "+ 12");
    assertChanged("case BLUE: state = 1", "case GREEN: state = 1");
    assertChanged("case \"b\"", "case \"c\"");
    assertChanged("side * side", "side + side");
    assertChanged("radius * 3", "radius * 4");
    assertChanged("a.length() - b.length()", "b.length() - a.length()");
    assertChanged("ordinal() * 2", "ordinal() * 3");
    assertChanged("IllegalStateException", "IllegalArgumentException");
  }

  @Test
  void seesWhatStaticFieldsAreSetTo() {
    assertChanged("\"the\", \"a\"", "\"the\", \"an\"");
    assertChanged("RATES.put(\"x\", 7)", "RATES.put(\"x\", 8)");
    assertChanged("RATES.put(\"x\", 7)", "fill()");
    assertThat(with("int state;", "int state; static int more = 8;").fingerprint())
        .isEqualTo(code(JOB).fingerprint());
    assertThat(with("other = 3", "other = 4").fingerprint()).isEqualTo(code(JOB).fingerprint());
  }

  @Test
  void seesHelpersInSuperclassesAndInterfacesOfTheApplication() {
    StageCode before = code(JOB);
    Compilation compilation = new Compilation(directory);

    assertThat(
            compilation.code(JOB, changed(ABOVE, "2 * n", "3 * n"), CALLBACK, ELSEWHERE).methods())
        .isNotEqualTo(before.methods());
    assertThat(compilation.code(JOB, ABOVE, changed(CALLBACK, "6", "7"), ELSEWHERE).methods())
        .isNotEqualTo(before.methods());
  }

  @Test
  void seesWhatASubclassMakesOfAHelper() {
    String sub = "class Sub extends Job { int twice(int n) { return 5 * n; } }";
    Compilation compilation = new Compilation(directory);
    Path javac = Compilation.allJavacs().get(0);

    StageCode five =
        compilation.code(javac, List.of(), "p.Sub", JOB, ABOVE, CALLBACK, ELSEWHERE, sub);
    StageCode six =
        compilation.code(
            javac,
            List.of(),
            "p.Sub",
            JOB,
            ABOVE,
            CALLBACK,
            ELSEWHERE,
            changed(sub, "5 * n", "6 * n"));

    assertThat(five.methods()).isNotEqualTo(six.methods());
  }

  @Test
  void doesNotLookIntoOtherClasses() {
    Compilation compilation = new Compilation(directory);

    assertThat(compilation.code(JOB, ABOVE, CALLBACK, changed(ELSEWHERE, "1", "2")))
        .isEqualTo(code(JOB));
  }

  @Test
  void doesNotSeeWhatMakesNoDifference() {
    StageCode before = code(JOB);

    assertThat(code("/* comment */\n\n\n" + JOB)).isEqualTo(before);
    assertThat(with("int unused() { return 1; }", "int unused() { return 2; }")).isEqualTo(before);
    assertThat(with("\"another\"", "\"other\"")).isEqualTo(before);
    assertThat(with("Object stage() {", "@Deprecated Object stage() {")).isEqualTo(before);
    assertThat(
            with(
                "Object stage() {",
                "void earlier() { Runnable a = () -> {}; new Object() {}; switch (Color.RED) {"
                    + " case GREEN: a.run(); } }\n Object stage() {"))
        .isEqualTo(before);
    assertThat(
            with(
                "int state;",
                "int state; void first(Color c) { Function<String, Integer> f ="
                    + " String::length; System.out.println(\"x\" + f + new Job() {} ); }"))
        .isEqualTo(before);
  }

  @Test
  void doesNotSeeDebugInformationOrParameterNames() {
    Compilation compilation = new Compilation(directory);
    StageCode before = code(JOB);

    for (String option : List.of("-g:none", "-g", "-parameters")) {
      assertThat(compilation.code(List.of(option), JOB, ABOVE, CALLBACK, ELSEWHERE))
          .as(option)
          .isEqualTo(before);
    }
  }

  @Test
  void namesTheMethodsThatDiffer() {
    StageCode before = code(JOB);
    StageCode after = with("\"one\"", "\"two\"");

    assertThat(after.methods().keySet()).isEqualTo(before.methods().keySet());
    assertThat(
            before.methods().keySet().stream()
                .filter(name -> !before.methods().get(name).equals(after.methods().get(name))))
        .containsExactly("p/Job.stage.lambda$1");
    assertThat(before.methods().keySet())
        .contains(
            "p/Job.deepest()I", "p/Job.STOP", "p/Above.twice(I)I", "p/Job.stage.class$1.run()V");
  }

  @Test
  void cannotCompareAClassWithoutAFile() {
    StageCode code =
        StageCode.of(
            Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Runnable.class}, (a, b, c) -> null)
                .getClass(),
            new StageId("gone.Job", "stage", "()V"));

    assertThat(code.obstacle()).hasValueSatisfying(why -> assertThat(why).contains("gone.Job"));
  }

  @Test
  void isTheSameWhicheverReleaseCompiledIt() {
    List<Path> javacs = Compilation.allJavacs();
    assumeTrue(javacs.size() > 1, "one JDK only on this machine");
    Compilation compilation = new Compilation(directory);

    StageCode before = code(JOB);
    for (Path javac : javacs.subList(1, javacs.size())) {
      StageCode code = compilation.code(javac, List.of(), "p.Job", JOB, ABOVE, CALLBACK, ELSEWHERE);
      assertThat(code).as("%s", javac).isEqualTo(before);
    }
  }
}
