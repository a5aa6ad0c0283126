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
        new Libraries(Map.of("com.tngtech.archunit", House.fixturePackage("importers.first")));

    List<String> violations = libraries.violations(House.fixture("importers"));

    assertThat(violations)
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("Second", "JavaClass", "importers.first"))
        .anySatisfy(line -> assertThat(line).contains("Unplanned", "opentest4j", "nowhere"));
  }
}
