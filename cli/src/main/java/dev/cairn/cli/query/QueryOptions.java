package dev.cairn.cli.query;

import dev.cairn.cli.command.RunArgument;
import dev.cairn.cli.session.Session;
import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.CheckpointQuery;
import dev.cairn.core.catalog.ListedCheckpoint.State;
import dev.cairn.core.config.Quantities;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.log.RunHistory.Status;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which checkpoints a command is about. */
final class QueryOptions {
  private static final String TIME =
      " TIME: 2026-11-23, 2026-11-23T05:00, with a Z in UTC, or how long ago: 12h, 3d.";

  @Option(names = "--pipeline", paramLabel = "NAME", description = "Only runs of this pipeline.")
  private @Nullable String pipeline;

  @Option(names = "--run", paramLabel = "RUN", description = "Only this run, as `runs` shows it.")
  private @Nullable String run;

  @Option(names = "--stage", paramLabel = "NAME", description = "Only this stage.")
  private @Nullable String stage;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only usable, forgotten or damaged ones.")
  private @Nullable String state;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only of complete, unfinished or deleted runs.")
  private @Nullable String status;

  @Option(names = "--since", paramLabel = "TIME", description = "Only from then on." + TIME)
  private @Nullable String since;

  @Option(names = "--before", paramLabel = "TIME", description = "Only until then.")
  private @Nullable String before;

  @Option(
      names = "--min-size",
      paramLabel = "SIZE",
      description = "Only those that take at least this as stored: 500, 64KiB, 10m.")
  private @Nullable String minSize;

  @Option(
      names = "--max-size",
      paramLabel = "SIZE",
      description = "Only those that take at most this.")
  private @Nullable String maxSize;

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description =
          "Only with such metadata: accuracy>0.9, model=baseline, model. With one of"
              + " = != < <= > >=; may be given several times.")
  private List<String> conditions = new ArrayList<>();

  /**
   * The query that the options make.
   *
   * @throws ConfigurationException if one is wrong
   */
  CheckpointQuery query(Session session, Catalog catalog) {
    CheckpointQuery query = CheckpointQuery.all();
    if (pipeline != null) {
      query = query.ofPipeline(pipeline);
    }
    if (run != null) {
      String name = run;
      query = query.ofRun(RunArgument.found(() -> catalog.show(name)).run());
    }
    if (stage != null) {
      query = query.ofStage(stage);
    }
    return withMetadata(withSizes(withTimes(withStates(query), session)));
  }

  private CheckpointQuery withStates(CheckpointQuery query) {
    CheckpointQuery narrower =
        state == null ? query : query.in(word(State.class, "--state", state));
    return status == null
        ? narrower
        : narrower.ofRunsThatAre(word(Status.class, "--status", status));
  }

  private static <E extends Enum<E>> E word(Class<E> words, String option, String text) {
    return Arrays.stream(words.getEnumConstants())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    option,
                    text,
                    Arrays.stream(words.getEnumConstants())
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", "one of ", ""))));
  }

  private CheckpointQuery withTimes(CheckpointQuery query, Session session) {
    CheckpointQuery narrower =
        since == null
            ? query
            : query.since(read("--since", since, "a time", new TimeText(session)::read));
    return before == null
        ? narrower
        : narrower.before(read("--before", before, "a time", new TimeText(session)::read));
  }

  private CheckpointQuery withSizes(CheckpointQuery query) {
    CheckpointQuery narrower =
        minSize == null
            ? query
            : query.ofAtLeast(read("--min-size", minSize, "a size", Quantities::bytes));
    return maxSize == null
        ? narrower
        : narrower.ofAtMost(read("--max-size", maxSize, "a size", Quantities::bytes));
  }

  /**
   * What a reader makes of an option's text.
   *
   * @throws ConfigurationException if it makes nothing of it
   */
  static <T> T read(String option, String text, String expected, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw wrong(option, text, expected);
    }
  }

  private static ConfigurationException wrong(String option, String text, String expected) {
    return new ConfigurationException(
        option, "Cannot read " + option + " " + text + ": expected " + expected);
  }

  private CheckpointQuery withMetadata(CheckpointQuery query) {
    CheckpointQuery narrower = query;
    for (String condition : conditions) {
      narrower = narrower.where(condition);
    }
    return narrower;
  }
}
