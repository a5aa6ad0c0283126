package dev.cairn.cli.command;

import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.log.RunHistory;
import java.util.function.Supplier;
import picocli.CommandLine.Parameters;

/** Which run a command is about. */
public final class RunArgument {
  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "As `runs` shows it, such as nightly-report/3f9a2c1b/7.")
  private String run = "";

  /**
   * The run.
   *
   * @throws NoRunException if there is none, or several
   */
  public RunHistory find(Catalog catalog) {
    return found(() -> catalog.show(run));
  }

  /**
   * What was named on the command line.
   *
   * @throws NoRunException if there is none, or several
   */
  public static <T> T found(Supplier<T> search) {
    try {
      return search.get();
    } catch (ConfigurationException e) {
      throw new NoRunException(String.valueOf(e.getMessage()), e);
    }
  }
}
