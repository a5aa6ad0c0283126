package dev.cairn.core.seal;

import com.github.luben.zstd.util.Native;
import dev.cairn.core.error.UnsupportedFormatException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The native library of zstd in this JVM. Safe for use by many threads. */
final class ZstdLibrary {
  /** Which ones cairn.jar brings; a library of another place is not looked for. */
  private static final Set<String> PLATFORMS =
      Set.of(
          "linux amd64",
          "linux aarch64",
          "mac x86_64",
          "mac aarch64",
          "windows amd64",
          "windows aarch64");

  private ZstdLibrary() {}

  /** Loads it unless that has happened; why it cannot be, or empty. */
  static Optional<String> load() {
    String platform = platform();
    if (!PLATFORMS.contains(platform)) {
      return Optional.of("there is none for " + platform);
    }
    // A file of native code can be loaded by one class loader only, and that one is the program's.
    if (System.getProperty("ZstdNativePath") != null) {
      return Optional.of("ZstdNativePath names the one file that the program itself may load");
    }
    try {
      Native.load();
      return Optional.empty();
    } catch (LinkageError | RuntimeException e) {
      return Optional.of(firstLine(String.valueOf(e.getMessage())));
    }
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).split(" ", 2)[0];
    return system + " " + System.getProperty("os.arch");
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("no reason given").strip();
  }

  /** Loads it, since a payload cannot be read without. */
  static void require() {
    load()
        .ifPresent(
            why -> {
              throw new UnsupportedFormatException(
                  Zstd.ID,
                  "Cannot read a payload: it is compressed by zstd, whose native library cannot be"
                      + " loaded ("
                      + why
                      + "); remove that cause, or read it on another machine");
            });
  }
}
