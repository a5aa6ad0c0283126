package dev.cairn.core.codec.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.Unsaved;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.codec.kryo.ConstantsTest.Holders.Config;
import dev.cairn.core.codec.kryo.ConstantsTest.Holders.Orders;
import dev.cairn.core.codec.kryo.ConstantsTest.Holders.Registry;
import dev.cairn.core.codec.kryo.ConstantsTest.Holders.Statuses;
import dev.cairn.core.codec.kryo.ConstantsTest.Holders.Words;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** References to what static final fields hold, of whatever class. */
class ConstantsTest {
  private final List<Class<?>> loaded =
      new ArrayList<>(
          List.of(
              Statuses.class,
              Orders.class,
              Registry.class,
              Config.class,
              Words.class,
              Holders.Lists.class,
              Holders.NeverAsked.class));
  private final StageRuns runs =
      new StageRuns(new Kinds(Access.best().seeing(() -> loaded.toArray(new Class<?>[0]))));

  /** A state, with fields that come before and after each other by name. */
  static final class Box {
    @Nullable Object a;
    @Nullable Object b;
    @Nullable Object c;
  }

  /** Classes that hold constants of other classes. */
  static final class Holders {
    private Holders() {}

    static final class Status {
      final String name;
      int used;

      Status(String name) {
        this.name = name;
      }
    }

    static final class Statuses {
      static final Status DONE = new Status("done");
      static final Status ALSO_DONE = new Status("done");
      static final List<Status> ALL = List.of(new Status("x"), new Status("y"), new Status("z"));
      static final Status[] TABLE = {new Status("t0"), new Status("t1")};
      static final Map<String, List<Status>> DEEP =
          Map.of("deep", new ArrayList<>(List.of(new Status("d"))));

      private Statuses() {}
    }

    static final class Orders {
      static final Comparator<Status> BY_NAME = Comparator.comparing(status -> status.name);

      private Orders() {}
    }

    static final class Registry {
      static final Registry INSTANCE = new Registry();
      final List<Status> users = new ArrayList<>(List.of(new Status("u0"), new Status("u1")));

      private Registry() {}
    }

    static final class Config {
      @Unsaved static final Map<String, Status> MEMO = new HashMap<>();

      private Config() {}
    }

    static final class Words {
      static final Map<String, Status> INTERNED = new HashMap<>();

      private Words() {}

      static Status of(String name) {
        return INTERNED.computeIfAbsent(name, Status::new);
      }
    }

    static final class NeverAsked {
      static final Status HELD = new Status("never");

      static {
        Runs.INITIALIZED.add("NeverAsked");
      }

      private NeverAsked() {}
    }

    static final class Lists {
      static final List<Object> ORDERS = new ArrayList<>();

      private Lists() {}
    }

    static final class Runs {
      static final List<String> INITIALIZED = new ArrayList<>();

      private Runs() {}
    }
  }

  @AfterEach
  void asItWas() {
    Words.INTERNED.clear();
    Config.MEMO.clear();
    Registry.INSTANCE.users.forEach(user -> user.used = 0);
    Registry.INSTANCE.users.subList(2, Registry.INSTANCE.users.size()).clear();
    Statuses.DONE.used = 0;
  }

  private Box restored(Consumer<Box> stage) {
    return runs.restored(Box::new, stage);
  }

  @Test
  void aConstantOfAnotherClassIsThatConstant() {
    Box restored =
        restored(
            box -> {
              box.a = Statuses.DONE;
              box.b = Statuses.ALSO_DONE;
              box.c = new ArrayList<>(List.of(Statuses.DONE));
            });

    assertThat(restored.a).isSameAs(Statuses.DONE);
    assertThat(restored.b).isSameAs(Statuses.ALSO_DONE);
    assertThat(((List<?>) Objects.requireNonNull(restored.c)).get(0)).isSameAs(Statuses.DONE);
  }

  @Test
  void aLambdaThatAConstantHoldsIsLinked() {
    Box restored = restored(box -> box.a = Orders.BY_NAME);

    assertThat(restored.a).isSameAs(Orders.BY_NAME);
  }

  @Test
  void anElementOfAConstantContainerIsThatElement() {
    Box restored =
        restored(
            box -> {
              box.a = Statuses.ALL.get(2);
              box.b = Statuses.TABLE[1];
              box.c = Statuses.DEEP.get("deep").get(0);
            });

    assertThat(restored.a).isSameAs(Statuses.ALL.get(2));
    assertThat(restored.b).isSameAs(Statuses.TABLE[1]);
    assertThat(restored.c).isSameAs(Statuses.DEEP.get("deep").get(0));
  }

  @Test
  void whatLiesInAConstantIsFoundThereWhicheverIsMetFirst() {
    Box partFirst =
        restored(
            box -> {
              box.a = Registry.INSTANCE.users.get(1);
              box.b = Registry.INSTANCE;
            });
    Box wholeFirst =
        restored(
            box -> {
              box.a = Registry.INSTANCE;
              box.b = Registry.INSTANCE.users;
            });

    assertThat(partFirst.a).isSameAs(Registry.INSTANCE.users.get(1));
    assertThat(partFirst.b).isSameAs(Registry.INSTANCE);
    assertThat(wholeFirst.b).isSameAs(Registry.INSTANCE.users);
  }

  @Test
  void aConstantWithOtherContentRefusesTheRestore() {
    WalkedGraph entry = runs.walk(new Box());
    ((Box) entry.object(1)).a = Registry.INSTANCE;
    Registry.INSTANCE.users.get(0).used = 1;
    EncodedSnapshot snapshot = runs.encode(entry, null);
    Registry.INSTANCE.users.get(0).used = 0;
    Box live = new Box();

    assertThatThrownBy(() -> runs.decode(snapshot, runs.walk(live)))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("Registry.INSTANCE")
        .hasMessageContaining("other content");
    assertThat(live.a).isNull();
  }

  @Test
  void whatAStagePutIntoAConstantTableRefusesTheRestoreWhereTheTableIsEmpty() {
    WalkedGraph entry = runs.walk(new Box());
    ((Box) entry.object(1)).a = Words.of("new");
    EncodedSnapshot snapshot = runs.encode(entry, null);
    Words.INTERNED.clear();

    assertThatThrownBy(() -> runs.decode(snapshot, runs.walk(new Box())))
        .hasMessageContaining("Words.INTERNED");
  }

  @Test
  void anUnsavedConstantIsNotLookedInto() {
    WalkedGraph entry = runs.walk(new Box());
    Holders.Status made = new Holders.Status("made");
    Config.MEMO.put("made", made);
    Box executed = (Box) entry.object(1);
    executed.a = made;
    executed.b = Config.MEMO;
    EncodedSnapshot snapshot = runs.encode(entry, null);
    Config.MEMO.clear();
    Box live = new Box();

    runs.decode(snapshot, runs.walk(live)).apply();

    assertThat(live.a).usingRecursiveComparison().isEqualTo(made);
    assertThat(live.b).isSameAs(Config.MEMO);
  }

  @Test
  void aConstantAmongTheInputsIsAnInputAsAnyOther() {
    Box executed = new Box();
    executed.a = Registry.INSTANCE;
    WalkedGraph entry = runs.walk(executed);
    Registry.INSTANCE.users.add(new Holders.Status("added"));
    executed.b = Registry.INSTANCE.users.get(2);
    EncodedSnapshot snapshot = runs.encode(entry, null);
    Registry.INSTANCE.users.remove(2);
    Box live = new Box();
    live.a = Registry.INSTANCE;

    runs.decode(snapshot, runs.walk(live)).apply();

    assertThat(Registry.INSTANCE.users).hasSize(3);
    assertThat(live.b).isSameAs(Registry.INSTANCE.users.get(2));
  }

  @Test
  void anElementAddedToAConstantListThatIsAnInputIsNew() {
    List<Object> list = Holders.Lists.ORDERS;
    Box executed = new Box();
    executed.a = list;
    WalkedGraph entry = runs.walk(executed);
    list.add(new Holders.Status("added"));
    executed.b = list.get(0);
    EncodedSnapshot snapshot = runs.encode(entry, null);
    list.clear();
    Box live = new Box();
    live.a = list;

    runs.decode(snapshot, runs.walk(live)).apply();

    assertThat(live.b).isSameAs(list.get(0));
    list.clear();
  }

  @Test
  void aClassIsNotInitialisedByLooking() {
    restored(box -> box.a = new Holders.Status("ordinary"));

    assertThat(Holders.Runs.INITIALIZED).isEmpty();
  }

  @Test
  void aClassInitialisedLaterIsSeenThen() {
    restored(box -> box.a = new Holders.Status("ordinary"));
    loaded.add(Later.class);

    Box restored = restored(box -> box.a = Later.HELD);

    assertThat(restored.a).isSameAs(Later.HELD);
  }

  static final class Later {
    static final Holders.Status HELD = new Holders.Status("later");

    private Later() {}
  }

  @Test
  void aConstantInATreeOfManyIsLinkedEachTime() {
    Holders.Status[] many = new Holders.Status[1000];
    Arrays.fill(many, Statuses.DONE);

    Box restored = restored(box -> box.a = many.clone());

    assertThat((Object[]) Objects.requireNonNull(restored.a))
        .allMatch(status -> status == Statuses.DONE);
  }
}
