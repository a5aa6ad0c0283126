package dev.cairn.core.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The command that started this process, as a shell takes it: what resumes a run. */
public final class ResumeCommand {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");
  private static final Pattern SECRET =
      Pattern.compile(".*(passw|secret|token|credential|apikey).*");

  private static final String HIDDEN = "...";

  private ResumeCommand() {}

  /** How to go on with a run after this process. */
  public static String remedy() {
    ProcessHandle.Info process = ProcessHandle.current().info();
    Optional<String> program = process.command();
    Optional<String[]> arguments = process.arguments();
    if (program.isEmpty() || arguments.isEmpty()) {
      return "resume: start the same command again";
    }
    List<String> words = new ArrayList<>(List.of(program.get()));
    words.addAll(Arrays.asList(arguments.get()));
    return "resume: " + shell(words);
  }

  /** Words as a shell takes them; the values of options that look secret are left out. */
  static String shell(List<String> words) {
    return withoutSecrets(words).stream()
        .map(ResumeCommand::quoted)
        .collect(Collectors.joining(" "));
  }

  /** The words of a command with {@code ...} in place of values of options that look secret. */
  public static List<String> withoutSecrets(List<String> words) {
    List<String> shown = new ArrayList<>();
    boolean secret = false;
    for (String word : words) {
      shown.add(secret ? HIDDEN : shown(word));
      secret = word.startsWith("-") && word.indexOf('=') < 0 && looksSecret(word);
    }
    return shown;
  }

  private static String shown(String word) {
    int value = word.indexOf('=');
    return value > 0 && looksSecret(word.substring(0, value))
        ? word.substring(0, value + 1) + HIDDEN
        : word;
  }

  private static boolean looksSecret(String option) {
    return SECRET.matcher(option.toLowerCase(Locale.ROOT)).matches();
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
