package dev.cairn.core;

import dev.cairn.core.catalog.Catalog;
import dev.cairn.core.catalog.CheckpointQuery;
import dev.cairn.core.catalog.ListedCheckpoint;
import dev.cairn.core.catalog.Totals;
import dev.cairn.core.catalog.Verification;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.config.Setting;
import dev.cairn.core.config.Settings;
import dev.cairn.core.config.SettingsInput;
import dev.cairn.core.error.CairnException;
import dev.cairn.core.error.ConfigurationException;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.Services;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.RunId;
import dev.cairn.core.seal.NativePermission;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Saves and loads states by hand, for programs that run without the agent. A state is any object
 * graph; loading makes new objects of it, with identity, aliases and cycles as they were.
 *
 * <pre>{@code
 * try (Checkpoints checkpoints = Checkpoints.of("training").in(Path.of("ck")).open()) {
 *   checkpoints.save(model, "epoch-17", SaveOptions.usual().with("accuracy", 0.93));
 *   Model best = checkpoints.load("epoch-17", Model.class);
 * }
 * }</pre>
 *
 * <p>Once a save has returned, its state survives kill -9 and power loss. All states of a name are
 * one run that is never complete; from its first write on, one process owns it, and others may
 * read. Thread-safe; a state must not change while it is saved.
 *
 * <p>Methods throw {@link dev.cairn.core.error.CairnException}s: a {@code StoreException} where the
 * store cannot be read or written, a {@code DamagedException} where a state is not what was
 * written, a {@code CodecException} where something in a state cannot be saved or fits no class of
 * now.
 */
public final class Checkpoints implements AutoCloseable {
  private static final int LONGEST_ID = 200;

  private final LazyStore store;
  private final StateCodec codec;
  private final InstantSource clock;
  private final OwnRun run;
  private final OptionalInt kept;
  private final Consumer<String> warnings;

  private Checkpoints(Builder builder, LazyStore store, StateCodec codec, InstantSource clock) {
    this.store = store;
    this.codec = codec;
    this.clock = clock;
    this.kept = builder.kept;
    this.warnings = builder.warnings;
    this.run =
        new OwnRun(
            store,
            builder.name,
            () -> new OpenFacts(OwnRun.keyText(), codec.fingerprint(), "Checkpoints", Map.of()));
  }

  /**
   * Begins to open the checkpoints of a name.
   *
   * @param name of the pipeline that they are shown under
   */
  public static Builder of(String name) {
    return new Builder(name, SettingsInput.ofThisJvm(""));
  }

  /** Saves a state under a new id: {@code checkpoint-1}, {@code checkpoint-2}. */
  public SavedState save(Object state) {
    return save(Optional.empty(), state, SaveOptions.usual());
  }

  /** Saves a state, as a difference to an earlier one where that is smaller. */
  public SavedState save(Object state, String id) {
    return save(state, id, SaveOptions.usual());
  }

  /**
   * Saves a state; durable when this returns.
   *
   * @param id what it is called: if there is one of this id, the new one is what is loaded by it
   * @throws dev.cairn.core.error.RunInProgressException if another process writes under this name
   * @throws dev.cairn.core.error.FencedException if another process has taken over
   */
  public SavedState save(Object state, String id, SaveOptions options) {
    return save(Optional.of(checked(id)), state, options);
  }

  static String checked(String id) {
    if (id.isBlank() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
      throw new ConfigurationException(
          "id",
          "Cannot save under this id: expected 1 to " + LONGEST_ID + " letters, no control ones");
    }
    return id;
  }

  private SavedState save(Optional<String> id, Object state, SaveOptions options) {
    Instant startedAt = clock.instant();
    EncodedSnapshot encoded = codec.encode(state);
    ListedCheckpoint saved =
        run.save(
            id,
            (name, save) -> facts(name, save, startedAt, encoded, options.metadata()),
            encoded.bytes(),
            options.full());
    kept.ifPresent(this::prune);
    return SavedState.of(saved);
  }

  // the state is safe, which an error would deny
  private void prune(int states) {
    try {
      run.keepLast(states);
    } catch (CairnException e) {
      warnings.accept(
          "older states could not be given up, which costs space and nothing else: "
              + e.getMessage());
    }
  }

  private CallFacts facts(
      String id,
      long save,
      Instant startedAt,
      EncodedSnapshot encoded,
      Map<String, String> metadata) {
    Fingerprint nothing = codec.fingerprint();
    return new CallFacts(
        CallPath.ROOT.child(SavedState.key(id)),
        nothing,
        Map.of(),
        nothing,
        Map.of(),
        "",
        save,
        startedAt,
        clock.instant(),
        codec.id(),
        encoded.classes(),
        metadata,
        List.of());
  }

  /**
   * Loads the state that was saved last under an id: every byte of it is verified before anything
   * is decoded.
   *
   * @throws ConfigurationException if there is none, or it is of another type
   * @throws dev.cairn.core.error.DamagedException if it is not what was written
   */
  public <T> T load(String id, Class<T> type) {
    ListedCheckpoint listed = run.find(id).orElseThrow(() -> unknown(id));
    Object state = codec.decode(run.read(listed.checkpoint()), listed.checkpoint().call());
    if (!type.isInstance(state)) {
      throw new ConfigurationException(
          id,
          "Cannot load "
              + id
              + ": expected "
              + type.getName()
              + ", found "
              + (state == null ? "null" : state.getClass().getName()));
    }
    return type.cast(state);
  }

  private ConfigurationException unknown(String id) {
    String some =
        String.join(", ", run.all().stream().map(SavedState::of).map(SavedState::id).toList());
    return new ConfigurationException(
        id,
        "Cannot load "
            + id
            + ": expected the id of a saved state, found "
            + (some.isEmpty() ? "none" : some));
  }

  /** All states that can be told of, in the order in which they were saved. */
  public List<SavedState> list() {
    return run.all().stream().map(SavedState::of).toList();
  }

  /** The states that are wanted, in the order of the query. */
  public List<SavedState> list(CheckpointQuery query) {
    return query.page(run.all().stream(), 0).checkpoints().stream().map(SavedState::of).toList();
  }

  /** What is known of the state that was saved last under an id. */
  public Optional<SavedState> info(String id) {
    return run.find(id).map(SavedState::of);
  }

  /**
   * Gives up, for ever, all that was saved under an id.
   *
   * @return whether there was anything
   * @throws dev.cairn.core.error.RunInProgressException if another process writes under this name
   */
  public boolean delete(String id) {
    return run.delete(id);
  }

  /** How many states there are, and what they take. */
  public Totals statistics() {
    return Totals.of(run.all());
  }

  /** Reads every state to its last byte and lists what is damaged; changes nothing. */
  public Verification verify() {
    Optional<RunId> id = run.id();
    return new Catalog(store.get()).verify(one -> id.filter(one::equals).isPresent(), true);
  }

  /** Lets the name go, for the next process to write, and closes the store. */
  @Override
  public void close() {
    run.close();
    store.close();
  }

  /**
   * How {@link Checkpoints} are opened. What is not said here comes from the settings of this JVM
   * ({@code -Dcairn.…}, {@code CAIRN_…}, {@code cairn.properties}), and else has their defaults.
   * For one thread.
   */
  public static final class Builder {
    private final String name;
    private final SettingsInput input;
    private final Map<String, String> given = new HashMap<>();
    private OptionalInt kept = OptionalInt.empty();
    private ClassLoader loader = ClassLoader.getSystemClassLoader();
    private Consumer<String> warnings =
        sentence -> System.getLogger("dev.cairn").log(Level.WARNING, sentence);

    Builder(String name, SettingsInput input) {
      this.name = name;
      this.input = input;
    }

    /** Where the store is. Default: the setting {@code cairn.store}, which defaults to .cairn. */
    public Builder in(Path directory) {
      return with(Setting.STORE, directory.toAbsolutePath().toUri().toString());
    }

    /**
     * The key that encrypts the store, as {@link KeyFile} makes it; a new store is encrypted then.
     * Default: the settings {@code cairn.key.file} and its like, which default to a plain store.
     */
    public Builder keyFile(Path file) {
      return with(Setting.KEY_FILE, file.toAbsolutePath().toString());
    }

    /**
     * How many states are kept: after each save those before the newest so many are given up, for
     * ever. One that a kept one is stored as a difference to stays as long as that, and what is
     * damaged stays. Default: all are kept.
     *
     * @throws ConfigurationException if it is none
     */
    public Builder keepLast(int states) {
      if (states < 1) {
        throw new ConfigurationException(
            "keepLast", "Cannot keep the last " + states + " states: expected 1 or more");
      }
      kept = OptionalInt.of(states);
      return this;
    }

    /** The value of a setting, as it would be written in {@code cairn.properties}. */
    public Builder with(Setting setting, String value) {
      given.put(setting.key(), value);
      return this;
    }

    /** Who knows the classes of states that are loaded. Default: the system class loader. */
    public Builder with(ClassLoader classes) {
      loader = classes;
      return this;
    }

    /** Who is told, a sentence at a time, what does no harm. Default: the logger dev.cairn. */
    public Builder warning(Consumer<String> told) {
      warnings = told;
      return this;
    }

    /**
     * Opens the store, which is made if there is none.
     *
     * @throws ConfigurationException if a setting is wrong
     * @throws dev.cairn.core.error.StoreException if the store cannot be opened
     */
    public Checkpoints open() {
      Settings settings = settings();
      settings.warnings().forEach(warnings);
      LazyStore store = new LazyStore(settings, NativePermission.AS_THE_JVM_SAYS, warnings);
      store.get();
      Kinds kinds =
          new Kinds(
              Access.best(), settings.aliases(Setting.ALIASES), Services.named(type -> false));
      GraphWalker walker =
          new GraphWalker(kinds, settings.bytes(Setting.STATE_MAX), new SecureRandom());
      StateCodec codec =
          new StateCodec(new KryoSnapshotCodec(store.scratch()), walker, loader, warnings);
      return new Checkpoints(this, store, codec, InstantSource.system());
    }

    private Settings settings() {
      Map<String, String> properties = new HashMap<>(input.properties());
      properties.putAll(given);
      return Settings.resolve(
          new SettingsInput(
              input.agentArguments(),
              properties,
              input.environment(),
              input.files(),
              input.workingDirectory(),
              input.heapBytes()));
    }
  }
}
