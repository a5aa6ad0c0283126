package dev.cairn.it.crash;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs that know of Cairn what its documents say, and nothing of its code. */
final class Python {
  private static final Path SCRIPTS = Path.of("src", "test", "python").toAbsolutePath();

  private Python() {}

  /**
   * How a script ended; skips the test where this machine has not what it needs.
   *
   * @param module what the script imports beside what Python has; Debian's python3-<i>module</i>
   */
  static Output run(String module, String script, Object... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(SCRIPTS.resolve(script).toString()));
    Stream.of(arguments).map(String::valueOf).forEach(words::add);
    assumeTrue(isThere(module), "no python3 with its module " + module + " here");
    return python(words);
  }

  private static boolean isThere(String module) throws InterruptedException {
    try {
      return python(List.of("-c", "import " + module)).status() == 0;
    } catch (IOException none) {
      return false;
    }
  }

  private static Output python(List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3"));
    command.addAll(words);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Output(process.waitFor(), text);
  }

  /** What a script printed, and its exit status. */
  record Output(int status, String text) {}
}
