package dev.cairn.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/settings.md} and the list of settings the same. */
class SettingsDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "settings.md");

  @Test
  void theDocumentShowsTheSettingsAsTheyAre() throws IOException {
    String document = Files.readString(DOCUMENT);
    String renewed = SettingsDocument.renewed(document);

    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(DOCUMENT, renewed);
    } else {
      assertThat(document)
          .as(
              "docs/settings.md; to renew it: mvn -pl core -am test"
                  + " -Dtest=SettingsDocumentTest -Dsurefire.failIfNoSpecifiedTests=false"
                  + " -Ddocs.write=true")
          .isEqualTo(renewed);
    }
  }

  @Test
  void aDocumentThatIsOutOfDateIsNoticed() throws IOException {
    String stale = Files.readString(DOCUMENT).replace("`12h`", "`24h`");

    assertThat(SettingsDocument.renewed(stale)).isNotEqualTo(stale);
  }

  @Test
  void aDocumentWithoutItsMarksIsNoticed() {
    assertThatThrownBy(() -> SettingsDocument.renewed("# Settings\n"))
        .hasMessage("docs/settings.md has lost the marks of its table");
  }
}
