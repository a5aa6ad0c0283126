package dev.cairn.core.engine.match;

import dev.cairn.core.codec.tree.Difference;
import dev.cairn.core.codec.tree.SnapshotTree;
import dev.cairn.core.codec.tree.TreeDiff;
import dev.cairn.core.model.Fingerprint;
import java.util.List;
import java.util.Map;

/**
 * In what the inputs of a call differ from those of a record, with values of the application: for
 * whoever asked, and for no log. Stateless.
 */
public final class InputDifferences {
  private static final int MOST_SHOWN = 10;
  private static final int MOST_COMPARED = 1000;

  private InputDifferences() {}

  /**
   * The parts of the inputs of a call, and the state of which they are.
   *
   * @param state as the call left it, or found it where it has not run yet
   */
  public record Side(Map<String, Fingerprint> parts, SnapshotTree state) {}

  /** The first few differences of two states, within the parts in which the inputs differ. */
  public static List<Difference> between(Side recorded, Side now) {
    List<String> parts = StageDecider.differentParts(now.parts(), recorded.parts());
    return TreeDiff.of(recorded.state(), now.state(), MOST_COMPARED).shown().stream()
        .filter(found -> parts.stream().anyMatch(part -> isWithin(found.path(), part)))
        .limit(MOST_SHOWN)
        .toList();
  }

  /** {@code ctx.pages[3]} is within {@code ctx.pages}; {@code ctx.pagesRead} is not. */
  private static boolean isWithin(String path, String part) {
    return path.startsWith(part)
        && (path.length() == part.length() || ".[".indexOf(path.charAt(part.length())) >= 0);
  }
}
