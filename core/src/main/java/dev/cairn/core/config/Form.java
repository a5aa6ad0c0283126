package dev.cairn.core.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The form that a setting's value has: how it is called, what is expected, how it is read.
 *
 * @param <T> what a value becomes
 */
final class Form<T> {
  private final String name;
  private final String expected;
  private final BiFunction<String, Host, T> reader;

  /**
   * Makes a form.
   *
   * @param name one word for the table of settings
   * @param expected completes the sentence "expected …"
   * @param reader throws IllegalArgumentException or DateTimeException or ArithmeticException for a
   *     text that has not this form
   */
  Form(String name, String expected, BiFunction<String, Host, T> reader) {
    this.name = name;
    this.expected = expected;
    this.reader = reader;
  }

  String name() {
    return name;
  }

  String expected() {
    return expected;
  }

  /** The value, or empty where the text has not this form. */
  Optional<T> read(String text, Host host) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(text, host));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /**
   * What relative values are relative to.
   *
   * @param workingDirectory absolute
   * @param heapBytes the largest size that the heap may grow to
   */
  record Host(Path workingDirectory, long heapBytes) {}

  /** One of some words. */
  static Form<String> choice(String... words) {
    List<String> allowed = List.of(words);
    return new Form<>(
        String.join(" | ", words),
        "one of " + String.join(", ", words),
        (text, host) -> {
          if (!allowed.contains(text)) {
            throw new IllegalArgumentException(text);
          }
          return text;
        });
  }
}
