package dev.cairn.core;

import dev.cairn.core.codec.SnapshotCodec;
import dev.cairn.core.codec.kryo.KryoSnapshotCodec;
import dev.cairn.core.config.ClassPattern;
import dev.cairn.core.config.Setting;
import dev.cairn.core.config.Settings;
import dev.cairn.core.engine.Engine;
import dev.cairn.core.engine.EngineOptions;
import dev.cairn.core.engine.EngineOptions.ReadBackPolicy;
import dev.cairn.core.engine.EngineParts;
import dev.cairn.core.engine.program.Program;
import dev.cairn.core.event.CheckpointListener;
import dev.cairn.core.event.Listeners;
import dev.cairn.core.event.jfr.FlightRecords;
import dev.cairn.core.event.jmx.Counters;
import dev.cairn.core.graph.GraphWalker;
import dev.cairn.core.graph.frame.StageFrames;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.Services;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.retention.RetentionPolicy;
import dev.cairn.core.seal.NativePermission;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The product, put together from its settings. Thread-safe. */
public final class CairnRuntime implements AutoCloseable {
  private final LazyStore store;
  private final Engine engine;

  private CairnRuntime(LazyStore store, Engine engine) {
    this.store = store;
    this.engine = engine;
  }

  /**
   * Puts the product together; touches neither disk nor network before the first run opens.
   *
   * @param settings what the user asked for
   * @param access how private parts of objects are reached
   * @param permission asked before a native library is loaded
   * @param listeners are told what happens, in this order; then the flight recorder is, and the
   *     management bean where the settings want it
   * @param program what this JVM was started for
   */
  public static CairnRuntime of(
      Settings settings,
      Access access,
      NativePermission permission,
      List<CheckpointListener> listeners,
      Program program) {
    List<CheckpointListener> observers = withObservers(listeners, settings);
    Listeners told = new Listeners(observers);
    LazyStore store = new LazyStore(settings, permission, told::warn);
    Kinds kinds = new Kinds(access, settings.aliases(Setting.ALIASES), services(settings));
    EngineParts parts =
        new EngineParts(
            store,
            new StageFrames(kinds),
            new GraphWalker(kinds, settings.bytes(Setting.STATE_MAX), new SecureRandom()),
            new KryoSnapshotCodec(store.scratch()),
            withPruning(observers, settings, store),
            InstantSource.system());
    return new CairnRuntime(store, new Engine(parts, options(settings), program));
  }

  private static List<CheckpointListener> withObservers(
      List<CheckpointListener> listeners, Settings settings) {
    List<CheckpointListener> all = new ArrayList<>(listeners);
    FlightRecords.ofThisJvm().ifPresent(all::add);
    if (settings.flag(Setting.JMX)) {
      all.add(new Counters(ManagementFactory::getPlatformMBeanServer));
    }
    return all;
  }

  // last, so that what a run did is told before what became of older ones
  private static List<CheckpointListener> withPruning(
      List<CheckpointListener> observers, Settings settings, LazyStore store) {
    List<RetentionPolicy> rules = RetentionRules.of(settings);
    if (rules.isEmpty() || settings.rehearsal().isPresent()) {
      return observers;
    }
    List<CheckpointListener> all = new ArrayList<>(observers);
    all.add(
        new AutomaticPruning(
            store, store::another, rules, new Listeners(observers), InstantSource.system()));
    return all;
  }

  private static Services services(Settings settings) {
    List<ClassPattern> named = settings.classes(Setting.SERVICES);
    return Services.named(name -> named.stream().anyMatch(pattern -> pattern.matches(name)));
  }

  /**
   * Checks what may be wrong with settings whose form is right; changes nothing.
   *
   * @throws dev.cairn.core.error.ConfigurationException if they ask for what this Cairn has not, or
   *     there is no secret where they say
   */
  public static void check(Settings settings) {
    LazyStore.requireKnown(settings.location(Setting.STORE));
    var unused = LazyStore.secret(settings, warning -> {}); // said when the store is opened
  }

  /** What reads and writes snapshots. */
  public static SnapshotCodec codec() {
    return new KryoSnapshotCodec();
  }

  private static EngineOptions options(Settings settings) {
    return new EngineOptions(
        settings.duration(Setting.RESUME_WITHIN),
        settings.flag(Setting.FRESH),
        settings.text(Setting.RESUME),
        settings.text(Setting.RUN_KEY),
        settings.choice(Setting.VERIFY, ReadBackPolicy.class),
        settings.text(Setting.ON_SAVE_ERROR).filter("fail"::equals).isPresent(),
        storeName(settings.location(Setting.STORE)),
        settings.rehearsal().isPresent());
  }

  private static String storeName(URI location) {
    return "file".equals(location.getScheme()) ? Path.of(location).toString() : location.toString();
  }

  /** The front door for woven code. */
  public Engine engine() {
    return engine;
  }

  /**
   * Opens the store now rather than with the first run.
   *
   * @throws dev.cairn.core.error.CairnException if that fails
   */
  public void openStore() {
    store.get();
  }

  /** Lets go of all runs, which stay unfinished, and closes the store. */
  @Override
  public void close() {
    engine.close();
    store.close();
  }
}
