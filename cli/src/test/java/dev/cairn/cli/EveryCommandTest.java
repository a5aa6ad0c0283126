package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.Screen;
import dev.cairn.core.config.SettingsInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class EveryCommandTest {
  @Test
  void everyCommandAnswersPrograms() {
    List<String> without =
        commands(commandLine())
            .filter(command -> command.getCommandSpec().findOption("--json") == null)
            .map(command -> command.getCommandSpec().qualifiedName())
            .toList();

    assertThat(without).isEmpty();
  }

  @Test
  void everyCommandAndItsJsonIsDocumented() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "cli.md"));
    String json = page.substring(page.indexOf("## JSON"), page.indexOf("## Exit status"));

    assertThat(commands(commandLine()).map(EveryCommandTest::words))
        .isNotEmpty()
        .allSatisfy(
            words -> {
              assertThat(page).contains("java -jar cairn.jar " + words.replaceFirst(" .*", ""));
              assertThat(json).contains("`" + words + "`");
            });
  }

  @Test
  void everyExitStatusIsDocumented() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "cli.md"));
    String table = page.substring(page.indexOf("## Exit status"));

    assertThat(commands(commandLine()))
        .allSatisfy(
            command -> {
              Map<String, String> listed = command.getCommandSpec().usageMessage().exitCodeList();
              assertThat(listed).isNotEmpty();
              assertThat(listed.keySet())
                  .allSatisfy(status -> assertThat(table).contains("| " + status.strip() + " |"));
            });
  }

  private static String words(CommandLine command) {
    return command.getCommandSpec().qualifiedName().replaceFirst("^cairn ", "");
  }

  /** Those that do something: what has commands of its own only leads to them. */
  private static Stream<CommandLine> commands(CommandLine root) {
    List<CommandLine> below = List.copyOf(root.getSubcommands().values());
    return below.isEmpty() ? Stream.of(root) : below.stream().flatMap(EveryCommandTest::commands);
  }

  private static CommandLine commandLine() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    SettingsInput input =
        new SettingsInput("", Map.of(), Map.of(), file -> Optional.empty(), Path.of("."), 1 << 30);
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    return CairnCommand.commandLine(
        new Session(input, new Machine("build7", 1, false), clock, Screen.plain(nowhere, nowhere)));
  }
}
