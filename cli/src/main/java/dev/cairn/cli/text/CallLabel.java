package dev.cairn.cli.text;

import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a call is called: its stages from the outermost, with keys, and numbers among equals. */
public final class CallLabel {
  private static final String KEY_PREFIX = "k:";

  private CallLabel() {}

  /** {@code Report.build > Report.chart [name=topics] #2}. */
  public static String of(CallPath path) {
    return path.keys().stream().map(CallLabel::of).collect(Collectors.joining(" > "));
  }

  /** What the call's {@code @Key} parameters had, where it has any. */
  public static Optional<String> key(CallKey call) {
    String discriminator = call.discriminator();
    return discriminator.startsWith(KEY_PREFIX)
        ? Optional.of(discriminator.substring(KEY_PREFIX.length()))
        : Optional.empty();
  }

  private static String of(CallKey call) {
    String number = call.occurrence() == 0 ? "" : " #" + (call.occurrence() + 1);
    return call.stage() + key(call).map(key -> " [" + key + "]").orElse("") + number;
  }
}
