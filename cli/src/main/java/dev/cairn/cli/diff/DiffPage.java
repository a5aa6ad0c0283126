package dev.cairn.cli.diff;

import dev.cairn.cli.text.Letters;
import dev.cairn.cli.text.Screen;
import dev.cairn.cli.text.Style;
import dev.cairn.core.codec.tree.Difference;
import dev.cairn.core.codec.tree.Differences;

/** Differences for people, one in a line. */
final class DiffPage {
  private final Screen screen;

  /** A page on a screen. */
  DiffPage(Screen screen) {
    this.screen = screen;
  }

  /** Prints them. */
  public void print(Differences differences) {
    differences.shown().forEach(one -> screen.out().println(line(one)));
    long more = differences.total() - differences.shown().size();
    if (differences.isEmpty()) {
      screen.out().println("No difference.");
    } else if (more > 0) {
      screen.out().println("… and " + more + " more; --at-most N shows more.");
    }
  }

  private String line(Difference difference) {
    String path = screen.styled(Style.NOTABLE, Letters.printable(difference.path()));
    return path + Letters.printable(words(difference));
  }

  private static String words(Difference difference) {
    return switch (difference.kind()) {
      case CHANGED, ALIAS -> ": " + difference.before() + " → " + difference.after();
      case ADDED -> ": added " + difference.after();
      case REMOVED -> ": removed " + difference.before();
      case MOVED -> ": moved to " + difference.after();
      case REORDERED -> ": in another order";
    };
  }
}
