package dev.cairn.core.config;

import dev.cairn.core.model.ClassAliases;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The value of every setting, checked, with where it comes from. Immutable.
 *
 * <p>The typed accessors throw ClassCastException for a setting of another type, and
 * NoSuchElementException for one that has neither a value nor a default.
 */
public final class Settings {
  private final Map<Setting, Resolved> values;
  private final List<String> warnings;
  private final Optional<Rehearsal> rehearsal;

  Settings(Map<Setting, Resolved> values, List<String> warnings, Optional<Rehearsal> rehearsal) {
    this.values = new EnumMap<>(values);
    this.warnings = List.copyOf(warnings);
    this.rehearsal = rehearsal;
  }

  /**
   * Makes the settings from what was given.
   *
   * @throws dev.cairn.core.error.ConfigurationException naming everything that is wrong
   */
  public static Settings resolve(SettingsInput input) {
    return new SettingsReader(input).settings();
  }

  /**
   * The settings of this JVM.
   *
   * @param agentArguments what follows {@code -javaagent:cairn.jar=}; empty for nothing
   * @throws dev.cairn.core.error.ConfigurationException naming everything that is wrong
   */
  public static Settings ofThisJvm(String agentArguments) {
    return resolve(SettingsInput.ofThisJvm(agentArguments));
  }

  /** What was not understood and does no harm, one sentence each: unknown {@code CAIRN_*}. */
  public List<String> warnings() {
    return warnings;
  }

  /** The rehearsal that this JVM was started for, if it was. */
  public Optional<Rehearsal> rehearsal() {
    return rehearsal;
  }

  /** Where the value comes from. */
  public Origin origin(Setting setting) {
    return resolved(setting).origin();
  }

  /** The value as it was written, or empty where there is none. */
  public Optional<String> text(Setting setting) {
    String text = resolved(setting).text();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** A value of true or false. */
  public boolean flag(Setting setting) {
    return value(setting, Boolean.class).orElseThrow();
  }

  /** A duration; never zero or negative. */
  public Duration duration(Setting setting) {
    return value(setting, Duration.class).orElseThrow();
  }

  /** A size in bytes; above zero. A share of the heap is worked out. */
  public long bytes(Setting setting) {
    return value(setting, Long.class).orElseThrow();
  }

  /** A whole number above zero. */
  public int count(Setting setting) {
    return Math.toIntExact(value(setting, Long.class).orElseThrow());
  }

  /** A whole number, or empty where none is given. */
  public Optional<Integer> number(Setting setting) {
    return value(setting, Integer.class);
  }

  /** Where a store is: an absolute URI. A directory is a {@code file:} URI. */
  public URI location(Setting setting) {
    return value(setting, URI.class).orElseThrow();
  }

  /** A file, absolute, or empty where none is given. */
  public Optional<Path> path(Setting setting) {
    return value(setting, Path.class);
  }

  /** Files, absolute, in the order given; empty where none is given. */
  public List<Path> paths(Setting setting) {
    return value(setting, Collection.class).stream()
        .flatMap(Collection<?>::stream)
        .map(Path.class::cast)
        .toList();
  }

  /** One of some words, as the constant that is called so. */
  public <E extends Enum<E>> E choice(Setting setting, Class<E> type) {
    String word = value(setting, String.class).orElseThrow();
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Patterns of methods, in the order given; empty where none is given. */
  public List<MethodPattern> patterns(Setting setting) {
    return value(setting, Collection.class).stream()
        .flatMap(Collection<?>::stream)
        .map(MethodPattern.class::cast)
        .toList();
  }

  /** Patterns of classes, in the order given; empty where none is given. */
  public List<ClassPattern> classes(Setting setting) {
    return value(setting, Collection.class).stream()
        .flatMap(Collection<?>::stream)
        .map(ClassPattern.class::cast)
        .toList();
  }

  /** The classes that were renamed; none where none is given. */
  public ClassAliases aliases(Setting setting) {
    return value(setting, ClassAliases.class).orElse(ClassAliases.NONE);
  }

  private <T> Optional<T> value(Setting setting, Class<T> type) {
    return resolved(setting).value().map(type::cast);
  }

  private Resolved resolved(Setting setting) {
    return Objects.requireNonNull(values.get(setting));
  }

  /** A setting's value: as written (empty for none), as read, and where it comes from. */
  record Resolved(String text, Optional<?> value, Origin origin) {}
}
