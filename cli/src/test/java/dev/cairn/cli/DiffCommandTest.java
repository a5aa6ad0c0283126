package dev.cairn.cli;

import static dev.cairn.cli.StoreOnDisk.NIGHTLY;
import static dev.cairn.cli.StoreOnDisk.stage;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.cli.Command.Outcome;
import dev.cairn.cli.session.ExitStatus;
import dev.cairn.core.CairnRuntime;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.model.Parameter;
import dev.cairn.core.model.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  private static final String RUN = "nightly-report/1304ae87/1";

  @TempDir private Path root;

  @BeforeEach
  void fillAStore() {
    try (StoreOnDisk store = new StoreOnDisk(root)) {
      RunLog log = store.begin(NIGHTLY, 1);
      store.call(log, stage("Nightly.load"), state("a", "b", "secret\u001b[31m"), "kryo/1");
      store.call(log, stage("Nightly.parse"), state("a", "c", "d", "e"), "kryo/1");
      store.call(log, stage("Nightly.parse"), state("a", "c", "d", "e"), "kryo/1");
      store.call(log, stage("Nightly.other"), Payload.of(new byte[] {1}), "kryo/1");
      store.call(log, stage("Nightly.newer"), state("a"), "kryo/9");
    }
  }

  private static Payload state(String... lines) {
    List<String> input = new ArrayList<>(List.of(lines));
    Frame frame =
        Frame.ofArguments(
            List.of(Parameter.plain("lines")),
            new Object[] {input},
            DiffCommandTest.class.getClassLoader());
    WalkedGraph graph =
        new GraphWalker(new Kinds(Access.reflective()), Long.MAX_VALUE, new SplittableRandom(1))
            .walk(frame);
    return CairnRuntime.codec().encode(graph, graph.frame().returning(lines.length)).bytes();
  }

  private Outcome diff(String... arguments) {
    List<String> all = new ArrayList<>(List.of("diff", "--store", root.toString()));
    all.addAll(List.of(arguments));
    return new Command().on(new Machine("build7", 1, true)).run(all.toArray(String[]::new));
  }

  @Test
  void differencesAreShownByPath() {
    assertThat(diff(RUN + "#2", "#3"))
        .isEqualTo(
            new Outcome(
                1,
                """
                lines[1]: "b" → "c"
                lines[2]: "secret\\u001b[31m" → "d"
                lines[3]: added "e"
                return value: 3 → 4
                """,
                ""));
  }

  @Test
  void equalStatesDifferInNothing() {
    assertThat(diff(RUN + "/Nightly.parse#1", RUN + "/Nightly.parse#2"))
        .isEqualTo(new Outcome(0, "No difference.\n", ""));
  }

  @Test
  void aLimitIsKeptAndTheRestIsCounted() {
    Outcome outcome = diff(RUN + "/Nightly.load", RUN + "#3", "--at-most", "1");

    assertThat(outcome.out())
        .isEqualTo("lines[1]: \"b\" → \"c\"\n… and 3 more; --at-most N shows more.\n");
    assertThat(diff(RUN + "#2", "#3", "--at-most", "0").status()).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void jsonHasStableNames() throws IOException {
    Outcome outcome = diff(RUN + "#2", "#3", "--json");

    JsonNode json = new ObjectMapper().readTree(outcome.out());
    assertThat(outcome.status()).isEqualTo(ExitStatus.DIFFERENT);
    assertThat(json.get("a").toString())
        .isEqualTo("{\"run\":\"" + RUN + "\",\"entry\":2,\"call\":\"Nightly.load\"}");
    assertThat(json.get("total").asInt()).isEqualTo(4);
    assertThat(json.get("differences").get(2).toString())
        .isEqualTo(
            "{\"path\":\"lines[3]\",\"kind\":\"added\",\"before\":null,\"after\":\"\\\"e\\\"\"}");
  }

  private Path entry(String name) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  @Test
  void whatCannotBeComparedHasItsExitStatus() throws IOException {
    assertThat(diff(RUN + "#2", "#4711"))
        .returns(ExitStatus.NO_RUN, Outcome::status)
        .extracting(Outcome::err)
        .asString()
        .contains("Cannot find the checkpoint")
        .contains("#3 (Nightly.parse)");
    assertThat(diff(RUN + "/Nightly.parse", "#2"))
        .returns(ExitStatus.NO_RUN, Outcome::status)
        .extracting(Outcome::err)
        .asString()
        .contains("found #3 (Nightly.parse), #4 (Nightly.parse)");
    assertThat(diff(RUN, "#2").status()).isEqualTo(ExitStatus.NO_RUN);
    assertThat(diff(RUN + "#2").status()).isEqualTo(ExitStatus.USAGE);
    assertThat(diff(RUN + "#2", "#5")).returns(ExitStatus.NO_STORE, Outcome::status);
    assertThat(diff(RUN + "#2", "#6"))
        .returns(ExitStatus.NO_STORE, Outcome::status)
        .extracting(Outcome::err)
        .asString()
        .contains("kryo/9");
    Path entry = entry("00000003.json");
    Files.write(entry, new byte[] {1, 2, 3});
    assertThat(diff(RUN + "#2", "#3")).returns(ExitStatus.NO_RUN, Outcome::status);
  }
}
