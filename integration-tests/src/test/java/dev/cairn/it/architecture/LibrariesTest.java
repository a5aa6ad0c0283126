package dev.cairn.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
final class LibrariesTest {
  @Test
  void aLibraryIsUsedInOnePackageOfAModule() {
    for (String module : List.of("annotations", "core", "cli", "agent")) {
      List<String> violations = Libraries.product().violations(House.module(module));

      assertThat(violations).as(module).isEmpty();
    }
  }

  @Test
  void aSecondImporterAndAnUnplannedLibraryAreSeen() {
    Libraries libraries =
        new Libraries(Map.of("com.tngtech.archunit", House.fixturePackage("importers")));

    List<String> violations = libraries.violations(House.fixture("importers"));

    assertThat(violations)
        .satisfiesExactly(
            line -> assertThat(line).matches("com.tngtech.archunit is .*first, .*second]"),
            line -> assertThat(line).matches("org.opentest4j.AssertionFailedError is .*second]"));
  }

  @Test
  void aRoomMayHaveALibraryInAllItsPackages() {
    Libraries libraries =
        new Libraries(Map.of("com.tngtech.archunit", House.fixturePackage("importers") + ".."));

    List<String> violations = libraries.violations(House.fixture("importers"));

    assertThat(violations).singleElement().asString().startsWith("org.opentest4j");
  }

  @Test
  void aLibraryAwayFromHomeIsSeen() {
    Libraries libraries = new Libraries(Map.of("com.tngtech.archunit", "dev.cairn.core.graph"));

    List<String> violations = libraries.violations(House.fixture("importers.first"));

    assertThat(violations).singleElement().asString().contains("com.tngtech.archunit is used in");
  }
}
