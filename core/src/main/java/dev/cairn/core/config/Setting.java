package dev.cairn.core.config;

import java.util.Locale;
import java.util.Optional;

/**
 * Every setting of Cairn. Each can be given as an agent argument ({@code
 * -javaagent:cairn.jar=store=/data/ck}), a system property ({@code -Dcairn.store=/data/ck}), an
 * environment variable ({@code CAIRN_STORE=/data/ck}) or a line of {@code cairn.properties}; the
 * first of these wins.
 */
public enum Setting {
  STORE("store", Forms.LOCATION, ".cairn", "Where runs and their checkpoints are kept."),
  CONFIG(
      "config",
      Forms.FILE,
      "",
      "A file of settings to read in place of `cairn.properties` in the working directory."),
  ENABLED("enabled", Forms.FLAG, "true", "Whether Cairn does anything at all."),
  REQUIRED(
      "required",
      Forms.FLAG,
      "false",
      "Whether the JVM stops, rather than running the program without Cairn, where Cairn cannot"
          + " start."),
  LOG("log", Form.choice("off", "warn", "info", "debug"), "info", "How much Cairn says."),
  LOG_FILE("log.file", Forms.FILE, "", "Where Cairn's own lines go in place of standard error."),
  RUN_KEY(
      "run.key", Forms.TEXT, "", "The run's key, in place of the one made from its parameters."),
  RESUME("resume", Forms.RUN, "", "Resumes exactly this run."),
  RESUME_WITHIN(
      "resume.within",
      Forms.DURATION,
      "12h",
      "An unfinished run whose last entry is older is not resumed by itself."),
  FRESH("fresh", Forms.FLAG, "false", "Never resumes: begins a new run."),
  IMPLICIT(
      "implicit",
      Forms.FLAG,
      "true",
      "Whether a program without `@Pipeline` is one run: its main method, its arguments the key."),
  VERIFY(
      "verify",
      Form.choice("new", "always", "never"),
      "new",
      "Which snapshots are read back and compared when they are saved: those with a class not yet"
          + " verified in this process, all, or none."),
  STATE_MAX(
      "state.max",
      Forms.SIZE,
      "12.5%",
      "The largest state of one call; a call with more is not protected."),
  ON_SAVE_ERROR(
      "on-save-error",
      Form.choice("continue", "fail"),
      "continue",
      "Whether the program goes on, without that checkpoint, or fails where one cannot be saved."),
  PIPELINES("pipelines", Forms.PATTERNS, "", "Methods that count as annotated with `@Pipeline`."),
  STAGES("stages", Forms.PATTERNS, "", "Methods that count as annotated with `@Checkpointed`."),
  SERVICES(
      "services",
      Forms.CLASSES,
      "",
      "Classes that count as services though they carry no stereotype: of their objects only"
          + " values and what is marked `@Saved` is state."),
  ALIASES(
      "aliases",
      Forms.ALIASES,
      "",
      "Classes that were renamed or moved since the run that is to be resumed:"
          + " `old.Name=new.Name`, or `old.pack.*=new.pack.*` for a package and those below it."),
  JMX(
      "jmx",
      Forms.FLAG,
      "false",
      "Whether Cairn's counters are shown as the management bean `dev.cairn:type=Cairn`."),
  EXTENSIONS(
      "extensions",
      Forms.FILES,
      "",
      "Jar files with services of Cairn's, such as listeners, each loaded by a loader of its own."),
  COMPRESSION(
      "compression",
      Form.choice("zstd", "gzip", "none"),
      "zstd",
      "How new snapshots are compressed; where the native library of zstd cannot be loaded, by"
          + " gzip."),
  COMPRESSION_LEVEL(
      "compression.level",
      Forms.LEVEL,
      "",
      "How much effort is made: from 1, the fastest, to 19 for zstd (usually 3) and 9 for gzip"
          + " (usually 1)."),
  KEYFRAME(
      "keyframe",
      Forms.COUNT,
      "10",
      "At least every so many-th snapshot of a chain is stored in full, those between as what"
          + " differs from an earlier one; 1 stores all in full."),
  BASE_MEMORY(
      "base.memory",
      Forms.SIZE,
      "6.25%",
      "How much of earlier snapshots each run keeps in memory to tell what differs; a larger state"
          + " is always stored in full."),
  KEY_FILE(
      "key.file",
      Forms.FILE,
      "",
      "A file with the key that encrypts the store, as `keygen` makes it; a new store is encrypted"
          + " if a key is given."),
  KEY_VARIABLE(
      "key.variable",
      Forms.VARIABLE,
      "",
      "The name of an environment variable that holds the key, in place of a file."),
  PASSWORD_FILE(
      "password.file",
      Forms.FILE,
      "",
      "A file whose first line is the password of the store, in place of a key."),
  PASSWORD_VARIABLE(
      "password.variable",
      Forms.VARIABLE,
      "",
      "The name of an environment variable that holds the password of the store."),
  KEEP_ALL(
      "keep.all",
      Forms.FLAG,
      "false",
      "Whether finished runs are kept for ever; else some are deleted when a run of their pipeline"
          + " is completed."),
  KEEP_LAST(
      "keep.last",
      Forms.COUNT,
      "10",
      "How many finished runs are kept of each pipeline and key: the newest."),
  KEEP_WITHIN(
      "keep.within",
      Forms.DURATION,
      "30d",
      "How long finished runs are kept that are not the newest of their pipeline and key."),
  KEEP_SIZE(
      "keep.size",
      Forms.SIZE,
      "",
      "How much the finished runs of a pipeline may take that are kept: the newest."),
  KEEP_TAGGED(
      "keep.tagged",
      Forms.TEXT,
      "",
      "Finished runs with a checkpoint that has metadata of this name are kept in any case."),
  HEARTBEAT_TTL(
      "heartbeat.ttl",
      Forms.SECONDS,
      "30s",
      "How long the owner of a run may be silent before another process takes the run over.");

  /** What every key begins with. */
  static final String PREFIX = "cairn.";

  /** What every environment variable begins with. */
  static final String VARIABLE_PREFIX = "CAIRN_";

  private final String shortKey;

  // a form holds texts and a function without state, which Error Prone cannot see
  @SuppressWarnings("ImmutableEnumChecker")
  private final Form<?> form;

  private final String defaultText;
  private final String meaning;

  Setting(String shortKey, Form<?> form, String defaultText, String meaning) {
    this.shortKey = shortKey;
    this.form = form;
    this.defaultText = defaultText;
    this.meaning = meaning;
  }

  /** Its name as a system property and in a file: {@code cairn.store}. */
  public String key() {
    return PREFIX + shortKey;
  }

  /** Its name as an agent argument, where the full key is understood too: {@code store}. */
  public String shortKey() {
    return shortKey;
  }

  /** Its name in the environment: {@code CAIRN_STORE}. */
  public String variable() {
    return VARIABLE_PREFIX + shortKey.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** What kind of value it takes, in a word or two: {@code duration}. */
  public String type() {
    return form.name();
  }

  /** The value where nobody gives one, as it would be written; empty for none. */
  public Optional<String> defaultText() {
    return defaultText.isEmpty() ? Optional.empty() : Optional.of(defaultText);
  }

  /** What it does, in one sentence. */
  public String meaning() {
    return meaning;
  }

  Form<?> form() {
    return form;
  }
}
