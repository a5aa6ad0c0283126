package dev.cairn.it.runs.program;

import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import dev.cairn.it.crash.program.Diary;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stages that leave references to constants of other classes, and what {@code ==} says of them. */
public final class Constants {
  private final Diary diary = Diary.ofThisProgram();

  private Constants() {}

  /** Without arguments the constants are as they were; with one a stage changes one of them. */
  public static void main(String[] arguments) {
    new Constants().run(arguments.length > 0);
  }

  @Pipeline(name = "constants")
  void run(boolean change) {
    Work work = new Work();
    refer(work);
    diary.note("returned refer");
    if (change) {
      intern(work);
      diary.note("returned intern");
    }
    work.report();
    System.out.println(ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount() > 0);
    if (change) {
      System.out.println(work.interned == Table.WORDS.get("word"));
    }
  }

  @Checkpointed
  void refer(Work work) {
    diary.note("begin refer");
    work.status = Statuses.DONE;
    work.order = Orders.BY_NAME;
    work.listed = Statuses.ALL.get(1);
    work.user = Registry.INSTANCE.users.get(1);
    work.registry = Registry.INSTANCE;
    work.statuses.addAll(Statuses.ALL);
  }

  @Checkpointed
  void intern(Work work) {
    diary.note("begin intern");
    work.interned = Table.WORDS.computeIfAbsent("word", Status::new);
  }

  /** A state. */
  static final class Work {
    private Status status;
    private Comparator<Status> order;
    private Status listed;
    private Status user;
    private Registry registry;
    private Status interned;
    private final List<Status> statuses = new ArrayList<>();

    private void report() {
      System.out.println(status == Statuses.DONE);
      System.out.println(order == Orders.BY_NAME);
      System.out.println(listed == Statuses.ALL.get(1));
      System.out.println(user == Registry.INSTANCE.users.get(1));
      System.out.println(registry == Registry.INSTANCE);
      System.out.println(statuses.get(0) == Statuses.ALL.get(0));
    }
  }

  /** Compared by identity, as many programs do with such. */
  static final class Status {
    private final String name;

    private Status(String name) {
      this.name = name;
    }
  }

  /** Holds constants of another class. */
  static final class Statuses {
    private static final Status DONE = new Status("done");
    private static final List<Status> ALL = List.of(new Status("open"), DONE);

    private Statuses() {}
  }

  /** Holds a lambda. */
  static final class Orders {
    private static final Comparator<Status> BY_NAME = Comparator.comparing(status -> status.name);

    private Orders() {}
  }

  /** A singleton with objects of its own. */
  static final class Registry {
    private static final Registry INSTANCE = new Registry();

    private final List<Status> users = List.of(new Status("ada"), new Status("ben"));

    private Registry() {}
  }

  /** A table that fills while the program runs. */
  static final class Table {
    private static final Map<String, Status> WORDS = new HashMap<>();

    private Table() {}
  }
}
