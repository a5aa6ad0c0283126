package dev.cairn.examples.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebateReportTest {

  private static final Plan TINY = new Plan(60, 3, 3, 2, 2, 10);

  @TempDir private Path directory;

  @Test
  void writesTheSamePageEveryTime() throws Exception {
    String first = report("first.html");

    String second = report("second.html");

    assertThat(second).isEqualTo(first);
  }

  @Test
  void findsWhatAnybodyWouldExpect() throws Exception {
    String page = report("page.html");

    assertThat(page)
        .contains("<b>60</b> debates", "<td>Commission<", "<tr><th>1996<")
        .containsPattern("class=\"phrases\">\\s*<li>\\w+ \\w+ <small>")
        .containsPattern("nouns<td class=\"n\">\\d\\d\\.\\d %");
    assertThat(
            all(
                page,
                "<i style=\"background:#\\w+\"></i><td class=\"n\">([\\d.]+) %<td>(\\w+, ){8}"))
        .hasSize(3);
  }

  @Test
  void writesAPageThatNeedsNothingElse() throws Exception {
    String page = report("page.html");

    assertThat(page).contains("<svg").doesNotContain("<script", "src=", "href=", "url(");
    assertThat(all(page, "<path fill")).hasSize(3);
    assertThat(all(page, "NaN|Infinity|null")).isEmpty();
  }

  private String report(String name) throws Exception {
    Path page = directory.resolve(name);
    new DebateReport(TINY).publish("a slice", page);
    return Files.readString(page);
  }

  private static List<String> all(String text, String pattern) {
    return new ArrayList<>(
        Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList());
  }
}
