package dev.cairn.core;

import dev.cairn.core.config.Rehearsal;
import dev.cairn.core.config.Setting;
import dev.cairn.core.config.Settings;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.log.RunStoreOptions.Deltas;
import dev.cairn.core.model.Payload.Scratch;
import dev.cairn.core.seal.Compression;
import dev.cairn.core.seal.NativePermission;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.Cache;
import dev.cairn.core.storage.Storage;
import dev.cairn.core.storage.UnwrittenStorage;
import dev.cairn.core.storage.directory.CacheFolder;
import dev.cairn.core.storage.directory.DirectoryStorage;
import dev.cairn.core.storage.directory.ScratchFiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens the store of the settings when it is first asked for, so that a program without stages
 * leaves no trace. A failed opening is tried again at the next asking. Thread-safe.
 */
final class LazyStore implements Supplier<RunStore>, AutoCloseable {
  private final Settings settings;
  private final NativePermission permission;
  private final Consumer<String> warnings;
  private final Scratch scratch;
  private @Nullable RunStore store;

  LazyStore(Settings settings, NativePermission permission, Consumer<String> warnings) {
    this.settings = settings;
    this.permission = permission;
    this.warnings = warnings;
    // what is encrypted in the store must not lie beside it in plain meanwhile
    this.scratch =
        StoreSecret.isGiven(settings)
            ? Scratch.NONE
            : scratch(plan().map(Rehearsal::store).map(Path::toUri).orElseGet(this::location));
  }

  @Override
  public synchronized RunStore get() {
    RunStore open = store;
    if (open == null) {
      open = another();
      store = open;
    }
    return open;
  }

  /** Opens the same store once more; the caller closes it. */
  RunStore another() {
    return RunStore.open(storage(), options(), secret(settings, warnings));
  }

  /**
   * What opens the store; empty for a plain one.
   *
   * @throws ConfigurationException if there is none where the settings say
   */
  static Optional<Secret> secret(Settings settings, Consumer<String> warnings) {
    return StoreSecret.of(settings, new SecretReader(System::getenv, warnings));
  }

  /** Where what is too much for memory is kept meanwhile. */
  Scratch scratch() {
    return scratch;
  }

  private static Scratch scratch(URI location) {
    return "file".equalsIgnoreCase(location.getScheme())
        ? ScratchFiles.of(Path.of(location), Runtime.getRuntime().maxMemory())
        : Scratch.NONE;
  }

  private URI location() {
    return settings.location(Setting.STORE);
  }

  private Optional<Rehearsal> plan() {
    return settings.rehearsal().filter(Rehearsal::isPlan);
  }

  private Storage storage() {
    requireKnown(location());
    Path directory = Path.of(location());
    return plan().isPresent()
        ? new UnwrittenStorage(DirectoryStorage.openAsItIs(directory))
        : DirectoryStorage.openReserved(directory);
  }

  /**
   * Checks that this Cairn has the storage.
   *
   * @throws ConfigurationException if it has not
   */
  static void requireKnown(URI location) {
    if (!"file".equalsIgnoreCase(location.getScheme())) {
      throw new ConfigurationException(
          Setting.STORE.key(),
          "Cannot open the store "
              + location
              + ": this Cairn knows directories and file: URIs; give cairn.store=DIRECTORY");
    }
  }

  private RunStoreOptions options() {
    return RunStoreOptions.usual(warnings)
        .with(compression())
        .with(scratch)
        .with(cache())
        .with(new Deltas(settings.count(Setting.KEYFRAME), settings.bytes(Setting.BASE_MEMORY)))
        .withSilence(settings.duration(Setting.HEARTBEAT_TTL));
  }

  private Cache cache() {
    return plan().isPresent() ? Cache.NONE : new CacheFolder(Path.of(location()));
  }

  private Compression compression() {
    // an earlier payload may need the native library, whatever new ones are compressed by
    Optional<String> refusal = permission.refusal();
    Optional<Integer> level = settings.number(Setting.COMPRESSION_LEVEL);
    return switch (settings.text(Setting.COMPRESSION).orElseThrow()) {
      case "zstd" -> zstd(level, () -> refusal);
      case "gzip" -> level.map(Compression::gzip).orElseGet(Compression::gzip);
      default -> Compression.none();
    };
  }

  private Compression zstd(Optional<Integer> level, NativePermission answered) {
    return level
        .map(number -> Compression.zstdOrGzip(number, answered, warnings))
        .orElseGet(() -> Compression.zstdOrGzip(answered, warnings));
  }

  /** Closes the store if it was opened. */
  @Override
  public synchronized void close() {
    if (store != null) {
      store.close();
    }
  }
}
