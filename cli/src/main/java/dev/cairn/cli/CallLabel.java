package dev.cairn.cli;

import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import java.util.stream.Collectors;

/** How a call is called: its stages from the outermost, with keys, and numbers among equals. */
final class CallLabel {
  private static final String KEY_PREFIX = "k:";

  private CallLabel() {}

  /** {@code Report.build > Report.chart [name=topics] #2}. */
  static String of(CallPath path) {
    return path.keys().stream().map(CallLabel::of).collect(Collectors.joining(" > "));
  }

  private static String of(CallKey call) {
    String discriminator = call.discriminator();
    String key =
        discriminator.startsWith(KEY_PREFIX)
            ? " [" + discriminator.substring(KEY_PREFIX.length()) + "]"
            : "";
    String number = call.occurrence() == 0 ? "" : " #" + (call.occurrence() + 1);
    return call.stage() + key + number;
  }
}
