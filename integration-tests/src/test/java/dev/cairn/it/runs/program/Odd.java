package dev.cairn.it.runs.program;

import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import dev.cairn.it.crash.program.Diary;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Stages with inputs or results that no snapshot can hold, and an ordinary one after them. */
public final class Odd {
  private final Diary diary = Diary.ofThisProgram();

  private Odd() {}

  /** The argument says what is odd. */
  public static void main(String[] arguments) throws Exception {
    System.out.println(new Odd().run(arguments[0]));
  }

  @Pipeline(name = "odd")
  List<String> run(String what) throws Exception {
    Work work = new Work();
    switch (what) {
      case "connection" -> connect(work);
      case "iterator" -> consume(work, List.of("a", "b").iterator());
      case "stream" -> work.lines.addAll(produce().toList());
      case "future" -> work.lines.add(later(work).get());
      case "large" -> fill(work);
      case "lambda" -> remember(work, "kept");
      default -> throw new IllegalArgumentException(what);
    }
    diary.note("returned odd");
    finish(work);
    diary.note("returned finish");
    return work.lines;
  }

  @Checkpointed
  void connect(Work work) throws Exception {
    work.connection = new Connection(new ServerSocket());
    work.lines.add("connected " + !work.connection.socket.isClosed());
  }

  @Checkpointed
  void consume(Work work, Iterator<String> names) {
    work.lines.add(names.next());
  }

  @Checkpointed
  Stream<String> produce() {
    return Stream.of("c", "d");
  }

  @Checkpointed
  CompletableFuture<String> later(Work work) {
    CompletableFuture<String> result = new CompletableFuture<>();
    Thread worker = new Thread(() -> result.complete("done later"), "later");
    worker.setDaemon(true);
    worker.start();
    return result;
  }

  @Checkpointed
  void fill(Work work) {
    work.lines.add("filled");
    work.bytes = new byte[2_000_000];
  }

  @Checkpointed
  void remember(Work work, String what) {
    work.line = () -> "remembered: " + what;
    work.lines.add("remembered");
  }

  @Checkpointed
  void finish(Work work) {
    diary.note("begin finish");
    if (work.line != null) {
      work.lines.add(work.line.get());
    }
    work.lines.add("finished");
  }

  /** The state. */
  static final class Work {
    final List<String> lines = new ArrayList<>();
    Connection connection;
    Supplier<String> line;
    byte[] bytes;
  }

  /** Holds what cannot be saved. */
  static final class Connection {
    final ServerSocket socket;

    Connection(ServerSocket socket) {
      this.socket = socket;
    }
  }
}
