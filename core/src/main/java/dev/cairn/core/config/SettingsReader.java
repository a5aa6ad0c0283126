package dev.cairn.core.config;

import dev.cairn.core.config.Form.Host;
import dev.cairn.core.config.Settings.Resolved;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes settings from everything that was given, the strongest origin first. */
final class SettingsReader {
  private static final String DEFAULT_FILE = "cairn.properties";
  private static final int GZIP_LEVELS = 9;

  private final SettingsInput input;
  private final Host host;
  private final Problems problems = new Problems();
  private final List<String> warnings = new ArrayList<>();
  private final Map<Setting, Resolved> values = new EnumMap<>(Setting.class);

  SettingsReader(SettingsInput input) {
    this.input = input;
    this.host = new Host(input.workingDirectory(), input.heapBytes());
  }

  Settings settings() {
    Optional<Rehearsal> rehearsal = Rehearsal.of(input.environment());
    rehearsal.ifPresent(this::obey);
    AgentArguments.read(input.agentArguments(), problems).forEach(this::take);
    systemProperties().forEach(this::take);
    environment().forEach(this::take);
    file().forEach(this::take);
    Arrays.stream(Setting.values()).forEach(this::takeDefault);
    Settings settings = new Settings(values, warnings, rehearsal);
    checkTogether(settings);
    checkLevel(settings);
    problems.throwIfAny();
    return settings;
  }

  /** In a rehearsal nothing that the user's command says leads to the user's own store or log. */
  private void obey(Rehearsal rehearsal) {
    force(Setting.ENABLED, "true");
    force(Setting.LOG_FILE, "");
    if (!rehearsal.isPlan()) {
      force(Setting.STORE, rehearsal.store().toString());
      force(Setting.FRESH, "false");
      force(Setting.RESUME, "");
    }
  }

  private void force(Setting setting, String text) {
    Optional<?> value = text.isEmpty() ? Optional.empty() : setting.form().read(text, host);
    values.put(setting, new Resolved(text, value, Origin.REHEARSAL));
  }

  private List<Given> systemProperties() {
    return new TreeMap<>(input.properties())
        .entrySet().stream()
            .filter(property -> property.getKey().startsWith(Setting.PREFIX))
            .map(p -> new Given(p.getKey(), p.getValue(), Origin.SYSTEM_PROPERTY))
            .toList();
  }

  private List<Given> environment() {
    List<Given> given = new ArrayList<>();
    new TreeMap<>(input.environment())
        .forEach(
            (variable, text) -> {
              // set to nothing counts as not set, as everywhere in an environment
              if (variable.startsWith(Setting.VARIABLE_PREFIX)
                  && !text.isBlank()
                  && !isRehearsal(variable)) {
                fromVariable(variable, text).ifPresentOrElse(given::add, () -> warn(variable));
              }
            });
    return given;
  }

  private boolean isRehearsal(String variable) {
    return variable.equals(Rehearsal.VARIABLE) && Rehearsal.of(input.environment()).isPresent();
  }

  private static Optional<Given> fromVariable(String variable, String text) {
    return Arrays.stream(Setting.values())
        .filter(setting -> setting.variable().equals(variable))
        .map(setting -> new Given(setting.key(), text, Origin.environment(variable)))
        .findFirst();
  }

  private void warn(String variable) {
    List<String> known = Arrays.stream(Setting.values()).map(Setting::variable).toList();
    warnings.add(
        "The environment variable "
            + variable
            + " is ignored: no such setting; the nearest is "
            + NearestName.to(variable, known)
            + ".");
  }

  private List<Given> file() {
    Resolved config = values.get(Setting.CONFIG);
    if (config == null) {
      return read(input.workingDirectory().resolve(DEFAULT_FILE), DEFAULT_FILE).orElse(List.of());
    }
    Optional<List<Given>> given = config.value().flatMap(file -> read((Path) file, config.text()));
    if (given.isEmpty() && config.value().isPresent()) {
      problems.add(Setting.CONFIG, config.text(), config.origin(), "there is no such file.");
    }
    return given.orElse(List.of());
  }

  private Optional<List<Given>> read(Path file, String name) {
    try {
      return input.files().read(file).map(text -> ConfigFile.read(name, text, problems));
    } catch (IOException e) {
      problems.add(
          Setting.CONFIG.key(),
          name + ": expected a file of settings in UTF-8, but it cannot be read: " + e);
      return Optional.of(List.of());
    }
  }

  private void take(Given given) {
    Optional<Setting> setting = ofKey(given.key());
    if (setting.isEmpty()) {
      problems.add(
          given.key(), given.origin(), "no such setting; the nearest is " + nearest(given) + ".");
    } else if (isConfigInFile(setting.get(), given.origin())) {
      problems.add(given.key(), given.origin(), "a file of settings cannot name another.");
    } else {
      take(setting.get(), given);
    }
  }

  private static boolean isConfigInFile(Setting setting, Origin origin) {
    return setting == Setting.CONFIG && origin.source() == Origin.Source.FILE;
  }

  private void take(Setting setting, Given given) {
    Optional<?> value =
        given.text().isBlank() ? Optional.empty() : setting.form().read(given.text(), host);
    if (value.isEmpty()) {
      String expected = "expected " + setting.form().expected() + ".";
      problems.add(setting, given.text(), given.origin(), expected);
    }
    Resolved stronger =
        values.putIfAbsent(setting, new Resolved(given.text(), value, given.origin()));
    if (stronger != null && stronger.origin().source() == given.origin().source()) {
      String places = " (" + stronger.origin() + " and " + given.origin() + ").";
      problems.add(setting.key(), setting.key() + " is given twice" + places);
    }
  }

  private void takeDefault(Setting setting) {
    values.computeIfAbsent(
        setting,
        absent -> {
          String text = setting.defaultText().orElse("");
          return new Resolved(
              text,
              setting.defaultText().flatMap(written -> setting.form().read(written, host)),
              Origin.DEFAULT);
        });
  }

  private void checkTogether(Settings settings) {
    String fresh = settings.text(Setting.FRESH).orElse("");
    if (Boolean.parseBoolean(fresh) && settings.text(Setting.RESUME).isPresent()) {
      problems.add(
          Setting.FRESH,
          fresh,
          settings.origin(Setting.FRESH),
          "excludes cairn.resume, which is also given (" + settings.origin(Setting.RESUME) + ").");
    }
  }

  private void checkLevel(Settings settings) {
    String compression = settings.text(Setting.COMPRESSION).orElse("");
    int level = settings.number(Setting.COMPRESSION_LEVEL).orElse(1);
    if (compression.equals("gzip") && level > GZIP_LEVELS) {
      problems.add(
          Setting.COMPRESSION_LEVEL,
          Integer.toString(level),
          settings.origin(Setting.COMPRESSION_LEVEL),
          "expected at most 9, since cairn.compression is gzip.");
    }
  }

  private static String nearest(Given given) {
    List<String> keys = Arrays.stream(Setting.values()).map(Setting::key).toList();
    return NearestName.to(given.key(), keys);
  }

  private static Optional<Setting> ofKey(String key) {
    return Arrays.stream(Setting.values()).filter(setting -> setting.key().equals(key)).findFirst();
  }
}
