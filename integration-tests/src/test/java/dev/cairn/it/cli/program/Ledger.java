package dev.cairn.it.cli.program;

import dev.cairn.Checkpointed;
import dev.cairn.Key;
import dev.cairn.Pipeline;
import dev.cairn.Unsaved;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Posts amounts to a book and adds them up; told so, it does what no crash forgives. */
public final class Ledger {
  private static final List<Integer> SEEN = new ArrayList<>();

  private Ledger() {}

  /** What the stages share. */
  static final class Book {
    final List<Integer> amounts = new ArrayList<>();
    long openedAt;
    int total;
    int seen;
  }

  /**
   * Runs each kind as a run of its own.
   *
   * @param kinds {@code clean}, {@code static}, {@code time}, {@code between}, {@code random},
   *     {@code status}, {@code unprotected}
   */
  public static void main(String[] kinds) {
    int status = 0;
    for (String kind : kinds) {
      Book book = new Book();
      run(kind, book);
      System.out.println(kind + " total " + book.total);
      status += kind.equals("status") ? 3 : 0;
    }
    if (status > 0) {
      System.exit(status);
    }
  }

  @Pipeline(name = "ledger")
  static void run(@Key String kind, Book book) {
    if (kind.equals("time")) {
      book.openedAt = System.nanoTime();
    }
    open(book);
    for (int i = 1; i <= 2; i++) {
      post(book, kind.equals("random") ? random() : i * 10);
      if (kind.equals("between")) {
        book.seen = SEEN.size();
      }
    }
    if (kind.equals("unprotected")) {
      read(book, List.of(1).iterator());
    }
    sum(book, kind.equals("static"));
  }

  @Checkpointed
  static void open(Book book) {
    book.amounts.add(0);
  }

  @Checkpointed
  static void post(Book book, int amount) {
    book.amounts.add(amount);
    SEEN.add(amount);
  }

  @Checkpointed
  static int random() {
    return (int) (System.nanoTime() & 0xffff);
  }

  @Checkpointed
  static void read(Book book, Iterator<Integer> amounts) {
    amounts.forEachRemaining(book.amounts::add);
  }

  @Checkpointed
  static void sum(Book book, @Unsaved boolean careless) {
    List<Integer> from = careless ? SEEN : book.amounts;
    book.total = from.stream().mapToInt(Integer::intValue).sum();
  }
}
