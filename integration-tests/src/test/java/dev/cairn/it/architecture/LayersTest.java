package dev.cairn.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
final class LayersTest {
  private static final ArchRule NO_LINK_TO_ANNOTATIONS = noUseOf("dev.cairn");

  @Test
  void roomsOfCoreUseOnlyWhatTheTableAllows() {
    LayerTable table = LayerTable.core("dev.cairn.core");

    JavaClasses core = House.module("core");

    assertThat(core).hasSizeGreaterThan(100);
    assertThat(table.violations(core)).isEmpty();
  }

  @Test
  void aUseAgainstTheTableIsSeen() {
    LayerTable table = LayerTable.core(House.fixturePackage("layers"));

    List<String> violations = table.violations(House.fixture("layers"));

    assertThat(violations)
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("Upward uses", "graph.kind.Step"))
        .anySatisfy(line -> assertThat(line).contains("Stranger lies in no room"));
  }

  @Test
  void packagesUseEachOtherInOneDirection() {
    ArchRule rule = noCycles("dev.cairn.(**)");

    assertThat(House.violations(rule, House.product())).isEmpty();
  }

  @Test
  void aCycleIsSeen() {
    ArchRule rule = noCycles(House.fixturePackage("cycle.(*)"));

    List<String> violations = House.violations(rule, House.fixture("cycle"));

    assertThat(violations).singleElement().asString().contains("Slice left", "Slice right");
  }

  @Test
  void nothingInTheAgentLoaderLinksToTheAnnotations() {
    for (String module : List.of("core", "cli", "agent")) {
      List<String> violations = House.violations(NO_LINK_TO_ANNOTATIONS, House.module(module));

      assertThat(violations).as(module).isEmpty();
    }
  }

  @Test
  void aLinkToTheAnnotationsIsSeen() {
    List<String> violations = House.violations(NO_LINK_TO_ANNOTATIONS, House.fixture("links"));

    assertThat(violations).isNotEmpty().allSatisfy(line -> assertThat(line).contains("Linked"));
  }

  private static ArchRule noCycles(String pattern) {
    return slices().matching(pattern).should().beFreeOfCycles();
  }

  private static ArchRule noUseOf(String exactPackage) {
    return noClasses().should().dependOnClassesThat().resideInAPackage(exactPackage);
  }
}
