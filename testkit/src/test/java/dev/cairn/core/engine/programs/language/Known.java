package dev.cairn.core.engine.programs.language;

import dev.cairn.core.engine.programs.language.Stage.Kind;
import dev.cairn.core.engine.programs.language.Stage.Result;
import dev.cairn.core.engine.programs.language.Stage.Terms;
import java.util.List;

/** Programs written by hand, for what chance meets too seldom. */
public final class Known {
  private Known() {}

  /** A stage publishes, another fetches: where the first runs anew, so must the second. */
  public static Program fetchingWhatWasPublished() {
    return new Program(
        1,
        List.of(
            leaf(0, List.of(new Effects.Publish(0))), leaf(1, List.of(new Effects.Fetch(0, 0)))),
        List.of(new Calling.Call(0, 0, 0), new Calling.Call(1, 1, 1), new Effects.Tell(0)));
  }

  /**
   * A stage fetches what another version of the code around it lets a stage publish before. Their
   * objects have nothing in common.
   */
  public static Program publishingInNewCode() {
    List<Statement> body =
        List.of(
            new Blocks.Inserted(List.of(new Calling.Call(0, 0, 0))),
            new Calling.Call(1, 1, 1),
            new Effects.Tell(0));
    return new Program(
        2,
        List.of(
            leaf(0, List.of(new Effects.Publish(0))),
            leaf(1, List.of(new Effects.Fetch(0, 0))),
            leaf(2, body)),
        List.of(new Calling.Call(2, 0, 1), new Effects.Tell(0)));
  }

  /** A stage is disturbed after a stage inside has published, and tried again. */
  public static Program publishingTwice() {
    Stage inner = leaf(0, List.of(new Effects.Publish(0), new Effects.Fetch(0, 0)));
    List<Statement> body =
        List.of(new Calling.Call(0, 0, 0), new Blocks.FailOnce(), new Effects.Tell(0));
    Stage outer =
        new Stage(1, Kind.ORDINARY, new Terms(1, false, false, false), Result.NUMBER, body);
    return new Program(1, List.of(inner, outer), List.of(new Calling.Call(1, 0, 0)));
  }

  private static Stage leaf(int number, List<Statement> body) {
    return new Stage(number, Kind.LEAF, Terms.USUAL, Result.NUMBER, body);
  }
}
