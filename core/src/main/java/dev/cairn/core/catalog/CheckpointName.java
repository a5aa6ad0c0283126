package dev.cairn.core.catalog;

import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.Checkpoint;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people call a checkpoint: {@code RUN#ENTRY} by its entry in the run's log, {@code RUN/STAGE}
 * by its stage, {@code RUN/STAGE#2} where a stage has several.
 *
 * @param text as it was given
 * @param run as the list of runs shows it
 * @param stage empty where the entry is named
 * @param number of the entry, or among the stage's checkpoints from 1; 0 for none given
 */
record CheckpointName(String text, String run, String stage, int number) {
  private static final String EXPECTED = "expected RUN#ENTRY, RUN/STAGE or RUN/STAGE#NUMBER";
  private static final Pattern FORM =
      Pattern.compile("(.+/[0-9a-f]+/[1-9]\\d{0,8})(?:/([^#]+))?(?:#([1-9]\\d{0,8}))?");

  static CheckpointName of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || (form.group(2) == null && form.group(3) == null)) {
      throw new ConfigurationException(
          text, "Cannot tell which checkpoint is meant by " + text + ": " + EXPECTED);
    }
    String stage = form.group(2) == null ? "" : form.group(2);
    int number = form.group(3) == null ? 0 : Integer.parseInt(form.group(3));
    return new CheckpointName(text, form.group(1), stage, number);
  }

  /**
   * The checkpoint of a run that has this name.
   *
   * @throws ConfigurationException if there is none, or several: the message names them
   */
  Checkpoint find(RunHistory history) {
    List<Checkpoint> all = history.checkpoints();
    if (stage.isEmpty()) {
      return all.stream().filter(one -> one.seq() == number).findFirst().orElseThrow(() -> no(all));
    }
    List<Checkpoint> named = all.stream().filter(this::isNamed).toList();
    if (number > named.size() || named.isEmpty()) {
      throw no(named.isEmpty() ? all : named);
    }
    if (number == 0 && named.size() > 1) {
      throw new ConfigurationException(
          text,
          "Cannot tell which checkpoint is meant by "
              + text
              + ": expected one, found "
              + shown(named));
    }
    return named.get(Math.max(1, number) - 1);
  }

  private boolean isNamed(Checkpoint checkpoint) {
    return Stream.of(checkpoint.call().stage(), checkpoint.call().path().toString())
        .anyMatch(stage::equals);
  }

  private ConfigurationException no(List<Checkpoint> all) {
    return new ConfigurationException(
        text,
        "Cannot find the checkpoint "
            + text
            + ": "
            + EXPECTED
            + ", found "
            + (all.isEmpty() ? "a run without checkpoints" : shown(all)));
  }

  private static String shown(List<Checkpoint> some) {
    return some.stream()
        .limit(10)
        .map(one -> "#" + one.seq() + " (" + one.call().path() + ")")
        .collect(Collectors.joining(", "));
  }
}
