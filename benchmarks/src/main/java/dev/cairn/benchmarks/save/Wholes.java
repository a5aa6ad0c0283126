package dev.cairn.benchmarks.save;

import dev.cairn.core.Checkpoints;
import dev.cairn.core.SaveOptions;
import dev.cairn.core.SavedState;
import dev.cairn.core.config.Setting;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Whole saves and restores: durable when they return, verified when they return. */
public class Wholes {
  private static final String ID = "state";

  /** Two stores, one of them encrypted. */
  @State(Scope.Benchmark)
  public static class Stores {
    private final Folder folder = Folder.make();
    private final Checkpoints plain = open("plain");
    private final Checkpoints encrypted =
        Checkpoints.of("encrypted")
            .in(folder.path().resolve("encrypted"))
            .with(Setting.PASSWORD_FILE, password().toString())
            .open();

    private Path password() {
      return folder.write("password", "nothing that is worth a secret");
    }

    private Checkpoints open(String name) {
      return Checkpoints.of(name).in(folder.path().resolve(name)).open();
    }

    /** Removes them. */
    @TearDown
    public void close() {
      plain.close();
      encrypted.close();
      folder.close();
    }
  }

  /** A subject that is changed before each call. */
  @State(Scope.Benchmark)
  public static class Changing {
    private Object root = "";

    /** Changes it. */
    @Setup(Level.Invocation)
    public void change(Subject subject) {
      root = subject.root();
      subject.change();
    }
  }

  /** A store that holds the subject. */
  @State(Scope.Benchmark)
  public static class Saved {
    /** Saves it. */
    @Setup
    public void save(Stores stores, Subject subject) {
      stores.plain.save(subject.root(), ID);
    }
  }

  /** In full. */
  @Benchmark
  public SavedState save(Stores stores, Changing changing) {
    return stores.plain.save(changing.root, ID, SaveOptions.usual().inFull());
  }

  /** In full, into an encrypted store. */
  @Benchmark
  public SavedState saveEncrypted(Stores stores, Changing changing) {
    return stores.encrypted.save(changing.root, ID, SaveOptions.usual().inFull());
  }

  /** As a difference to the one before; every tenth in full. */
  @Benchmark
  public SavedState saveDifference(Stores stores, Changing changing) {
    return stores.plain.save(changing.root, ID);
  }

  /** The last one that was saved, in full, as new objects. */
  @Benchmark
  public Object load(Stores stores, Saved saved) {
    return stores.plain.load(ID, Object.class);
  }
}
