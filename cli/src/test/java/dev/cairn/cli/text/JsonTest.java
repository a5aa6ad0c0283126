package dev.cairn.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void aRecordIsAnObjectOfItsComponents() {
    Outer outer =
        new Outer("a", 7, true, null, List.of(new Inner(1), new Inner(2)), List.of(), Map.of());

    assertThat(printed(outer))
        .isEqualTo(
            """
            {
              "name": "a",
              "number": 7,
              "yes": true,
              "none": null,
              "inner": [
                {
                  "n": 1
                },
                {
                  "n": 2
                }
              ],
              "empty": [],
              "fields": {}
            }
            """);
  }

  @Test
  void everyTextIsReadAsItWas() throws IOException {
    StringBuilder all = new StringBuilder("\ud83d\ude80 \u2028");
    for (char letter = 0; letter < 0x200; letter++) {
      all.append(letter);
    }
    Map<String, String> value = Map.of("a\"\n\\b", all.toString());

    JsonNode read = new ObjectMapper().readTree(printed(value));

    assertThat(read.get("a\"\n\\b").textValue()).isEqualTo(all.toString());
  }

  private static String printed(Object value) {
    StringWriter out = new StringWriter();
    Json.print(new PrintWriter(out, true), value);
    return out.toString();
  }

  private record Inner(int n) {}

  private record Outer(
      String name,
      long number,
      boolean yes,
      @Nullable String none,
      List<Inner> inner,
      List<String> empty,
      Map<String, String> fields) {}
}
