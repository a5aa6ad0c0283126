package dev.cairn.core;

import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.seal.crypt.Secret;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fetches secrets from where people keep them. Every method throws {@link ConfigurationException}
 * where there is none; its message says what was asked for and never shows what was found.
 */
public final class SecretReader {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private final Function<String, @Nullable String> environment;
  private final Consumer<String> warnings;

  /**
   * A reader of files and of an environment.
   *
   * @param environment the value of a variable, or null
   * @param warnings is told of a file that others can read
   */
  public SecretReader(Function<String, @Nullable String> environment, Consumer<String> warnings) {
    this.environment = environment;
    this.warnings = warnings;
  }

  /**
   * The key in a file.
   *
   * @param setting what named it
   */
  public Secret keyInFile(String setting, Path file) {
    return key(setting, setting + "=" + file, text(setting, file));
  }

  /** The key in a variable. */
  public Secret keyInVariable(String setting, String variable) {
    return key(setting, setting + "=" + variable, value(setting, variable));
  }

  /** The password that is the first line of a file. */
  public Secret passwordInFile(String setting, Path file) {
    String password = text(setting, file).lines().findFirst().orElse("");
    return password(setting, setting + "=" + file, password);
  }

  /** The password in a variable. */
  public Secret passwordInVariable(String setting, String variable) {
    return password(setting, setting + "=" + variable, value(setting, variable));
  }

  private static Secret key(String setting, String origin, String text) {
    try {
      return Secret.key(text, origin);
    } catch (IllegalArgumentException e) {
      throw wrong(setting, origin, "expected what `keygen` makes: " + e.getMessage());
    }
  }

  private static Secret password(String setting, String origin, String text) {
    if (text.isEmpty()) {
      throw wrong(setting, origin, "expected a password, found nothing");
    }
    return Secret.password(text.toCharArray(), origin);
  }

  private String text(String setting, Path file) {
    try {
      String text = Files.readString(file);
      warnOfOthers(setting, file);
      return text;
    } catch (IOException e) {
      throw wrong(
          setting, setting + "=" + file, "expected a text that can be read, found " + found(e));
    }
  }

  private static String found(IOException unreadable) {
    if (unreadable instanceof NoSuchFileException) {
      return "no such file";
    }
    if (unreadable instanceof CharacterCodingException) {
      return "bytes that are no UTF-8";
    }
    return unreadable.toString();
  }

  /** Whoever reads it reads the store. */
  private void warnOfOthers(String setting, Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null && !Collections.disjoint(view.readAttributes().permissions(), OTHERS)) {
      warnings.accept(
          setting + "=" + file + " can be read by others; make it yours alone: chmod 600 " + file);
    }
  }

  private String value(String setting, String variable) {
    String value = environment.apply(variable);
    if (value == null || value.isBlank()) {
      throw wrong(
          setting,
          setting + "=" + variable,
          "expected an environment variable of that name, found none or an empty one");
    }
    return value;
  }

  private static ConfigurationException wrong(String setting, String origin, String why) {
    return new ConfigurationException(setting, "Cannot use " + origin + ": " + why);
  }
}
