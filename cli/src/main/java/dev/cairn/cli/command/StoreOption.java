package dev.cairn.cli.command;

import dev.cairn.cli.session.Session;
import dev.cairn.core.config.Setting;
import dev.cairn.core.config.Settings;
import dev.cairn.core.error.StoreException;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.RunStoreOptions;
import dev.cairn.core.storage.directory.CacheFolder;
import dev.cairn.core.storage.directory.DirectoryStorage;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which store a command looks at. */
public final class StoreOption {
  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = "The store's directory. Default: the setting cairn.store.")
  private @Nullable Path directory;

  /**
   * Opens the store for reading: nothing is ever written.
   *
   * @throws StoreException if there is none, or it cannot be read
   */
  public RunStore open(Session session) {
    return open(session, root(session));
  }

  /**
   * Opens the store in a directory for reading.
   *
   * @throws StoreException if there is none, or it cannot be read
   */
  public static RunStore open(Session session, Path root) {
    return RunStore.openReadOnly(
        DirectoryStorage.openReadOnly(root), options(session, root), session.secret());
  }

  /**
   * Opens the store for writing.
   *
   * @throws StoreException if there is none, or it cannot be written
   */
  public RunStore openToWrite(Session session) {
    open(session).close();
    Path root = root(session);
    return RunStore.open(
        DirectoryStorage.openReserved(root), options(session, root), session.secret());
  }

  private static RunStoreOptions options(Session session, Path root) {
    return RunStoreOptions.usual(session::warn)
        .withHost(session.host())
        .with(new CacheFolder(root));
  }

  /**
   * The store's directory.
   *
   * @throws StoreException if the setting names no directory
   */
  public Path root(Session session) {
    Settings settings = session.settings();
    if (directory != null) {
      return session.input().workingDirectory().resolve(directory);
    }
    URI location = settings.location(Setting.STORE);
    if (!"file".equalsIgnoreCase(location.getScheme())) {
      throw StoreException.rejected(
          location.toString(),
          "Cannot open the store "
              + location
              + ": expected a directory, the only storage that this cairn.jar has; give one with"
              + " --store or cairn.store.",
          null);
    }
    return Path.of(location);
  }
}
