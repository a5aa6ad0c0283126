package dev.cairn.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
final class WordsAndShapesTest {
  private static final ArchRule NO_EMPTY_WORDS =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Data|Info)(\\$.*)?")
          .because("such a word says nothing that the reader does not know");

  private static final ArchRule CLOSED_CLASSES =
      classes()
          .that(DescribedPredicate.describe("can be instantiated", WordsAndShapesTest::isConcrete))
          .should()
          .haveModifier(JavaModifier.FINAL)
          .because("nobody has thought about extending them");

  private static final ArchRule NO_STATIC_STATE =
      fields()
          .that()
          .areStatic()
          .and()
          .areNotDeclaredIn("java.lang.CairnBridge") // where woven code finds the handler
          .and()
          .doNotHaveFullName("dev.cairn.agent.launch.AgentMain.started") // one agent in a JVM
          .should()
          .beFinal()
          .because("static mutable state ties all runs of a JVM together");

  @Test
  void namesSayWhatAThingIs() {
    assertThat(House.violations(NO_EMPTY_WORDS, House.product())).isEmpty();
  }

  @Test
  void anEmptyWordIsSeen() {
    List<String> violations = House.violations(NO_EMPTY_WORDS, House.fixture("words"));

    assertThat(violations).singleElement().asString().contains("StoreManager");
  }

  @Test
  void classesAreFinal() {
    assertThat(House.violations(CLOSED_CLASSES, House.product())).isEmpty();
  }

  @Test
  void anOpenClassIsSeen() {
    List<String> violations = House.violations(CLOSED_CLASSES, House.fixture("shapes"));

    assertThat(violations).singleElement().asString().contains("Open");
  }

  @Test
  void nothingStaticChanges() {
    assertThat(House.violations(NO_STATIC_STATE, House.product())).isEmpty();
  }

  @Test
  void aStaticVariableIsSeen() {
    List<String> violations = House.violations(NO_STATIC_STATE, House.fixture("shapes"));

    assertThat(violations).singleElement().asString().contains("Counter.count");
  }

  private static boolean isConcrete(JavaClass type) {
    return !type.isInterface()
        && !type.isEnum()
        && !type.isAnonymousClass()
        && !type.getModifiers().contains(JavaModifier.ABSTRACT);
  }
}
