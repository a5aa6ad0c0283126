package dev.cairn.it.kinds.specimen;

import static dev.cairn.it.kinds.specimen.Specimen.refused;
import static dev.cairn.it.kinds.specimen.Specimen.used;

import dev.cairn.AfterRestore;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Classes of the application that have their own mind about being saved. */
@SuppressWarnings("serial") // So are the applications'.
final class HookKinds {

  private HookKinds() {}

  static Stream<Specimen> all() {
    return Stream.of(forms(), singletons(), locks()).flatMap(kinds -> kinds);
  }

  private static Stream<Specimen> forms() {
    return Stream.of(
        used("Externalizable", () -> new External("a", 1), e -> ((External) e).says()),
        used("writeObject and readObject", () -> new Form(5), form -> ((Form) form).says()),
        used(
            "readObject that fills a transient field",
            () -> new Filled(5),
            f -> ((Filled) f).squares),
        used("writeReplace", () -> new Replaced("a"), replaced -> ((Replaced) replaced).name),
        used(
            "fields that depend on each other",
            Derived::new,
            derived -> ((Derived) derived).isWhole()));
  }

  /** Writes itself, and forgets half. */
  static final class External implements Externalizable {
    private String name = "";
    private int number;

    /** For Java's serialization. */
    public External() {}

    External(String name, int number) {
      this.name = name;
      this.number = number;
    }

    String says() {
      return name + number;
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
      out.writeObject(name);
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException, ClassNotFoundException {
      name = (String) in.readObject();
    }
  }

  /** Its content is transient and written by hand. */
  static final class Form implements Serializable {
    private transient int number;

    Form(int number) {
      this.number = number;
    }

    String says() {
      return "form " + number;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
      out.writeInt(number);
    }

    private void readObject(ObjectInputStream in) throws IOException {
      number = in.readInt();
    }
  }

  /** Computes its transient field again. */
  static final class Filled implements Serializable {
    private final int number;
    private transient List<Integer> squares;

    Filled(int number) {
      this.number = number;
      this.squares = squares(number);
    }

    private static List<Integer> squares(int number) {
      return new ArrayList<>(List.of(number, number * number));
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      squares = squares(number);
    }
  }

  /** Has another stand for it in a stream. */
  static final class Replaced implements Serializable {
    private final String name;

    Replaced(String name) {
      this.name = name;
    }

    private Object writeReplace() {
      return name;
    }
  }

  /** Two views of one thing. */
  static final class Derived {
    private final List<Object> all = new ArrayList<>(List.of(1, "a"));
    private final transient Object last = all.get(1);

    boolean isWhole() {
      return all.get(1).equals(last);
    }
  }

  /** The only one. */
  static final class Only implements Serializable {
    static final Only INSTANCE = new Only();

    private Object readResolve() {
      return INSTANCE;
    }
  }

  /** The only one, made when it is first needed. */
  static final class LazyOnly implements Serializable {
    private static @Nullable LazyOnly instance;
    private int uses;

    static LazyOnly instance() {
      if (instance == null) {
        instance = new LazyOnly();
      }
      return instance;
    }

    int use() {
      return uses++;
    }

    private Object readResolve() {
      return instance();
    }
  }

  private static Stream<Specimen> singletons() {
    return Stream.of(
        used(
            "singleton in a static final field",
            () -> Only.INSTANCE,
            only -> only == Only.INSTANCE),
        refused("singleton in a static field", LazyOnly::instance, "readResolve"));
  }

  /** A lock that nobody makes again. */
  static final class Locked {
    private final Lock lock = new ReentrantLock();

    Lock lock() {
      return lock;
    }
  }

  /** A transient lock that Java's serialization would leave null too. */
  static final class MayLack implements Serializable {
    private final transient @Nullable Lock lock = new ReentrantLock();

    @Nullable Lock lock() {
      return lock;
    }
  }

  /** A transient lock that readObject makes. */
  static final class Remade implements Serializable {
    private transient Lock lock = new ReentrantLock();

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      lock = new ReentrantLock();
    }

    Lock lock() {
      return lock;
    }
  }

  /** A lock that its own method makes again. */
  static final class Again {
    private transient Lock lock = new ReentrantLock();

    @AfterRestore
    void again() {
      lock = new ReentrantLock();
    }

    boolean works() {
      return lock.tryLock();
    }
  }

  private static Stream<Specimen> locks() {
    return Stream.of(
        refused("object with a lock", Locked::new, "a lock"),
        refused("object with a transient lock that readObject makes", Remade::new, "a lock"),
        used("Serializable object with a transient lock", MayLack::new, o -> "")
            .asInput(Specimen.Input.MATCHES),
        used("object with a lock and @AfterRestore", Again::new, again -> ((Again) again).works()));
  }
}
