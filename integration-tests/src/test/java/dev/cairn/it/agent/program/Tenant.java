package dev.cairn.it.agent.program;

import dev.cairn.AfterRestore;
import dev.cairn.Cairn;
import dev.cairn.Checkpointed;
import dev.cairn.Key;
import dev.cairn.Pipeline;
import dev.cairn.Pipeline.OnComplete;
import dev.cairn.Unsaved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * An application with every kind of call. Of each pair with the same work the first fails at the
 * end, and the second resumes it.
 */
public final class Tenant implements BiFunction<Integer, Executor, String> {
  private final Map<Article, List<Order>> orders = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private Shelf shelf = new Shelf();
  @Unsaved private int tries;

  @Override
  public String apply(Integer number, Executor pool) {
    try {
      return run("pair " + number / 2, pool, number % 2 == 0);
    } catch (IllegalStateException deliberate) {
      return deliberate.getMessage();
    }
  }

  @Pipeline(name = "tenant", onComplete = OnComplete.RETURN_RESULT)
  String run(@Key String name, @Unsaved Executor pool, @Unsaved boolean fails) {
    for (Article article : Article.values()) {
      load(article);
    }
    rule(name);
    String text = Cairn.stage("by hand", () -> rules.get(0).apply(total(pool).join()));
    text += tryAgain() + failure() + later(name, pool).toCompletableFuture().join();
    if (fails) {
      throw new IllegalStateException("fails after " + text);
    }
    return text;
  }

  @Checkpointed
  void load(Article article) {
    orders.computeIfAbsent(article, unused -> new ArrayList<>()).add(new Order(article, 3));
    shelf.articles.add(article);
  }

  @Checkpointed
  void rule(String name) {
    rules.add(new Rule(name));
    shelf = new Shelf();
  }

  private CompletableFuture<String> total(Executor pool) {
    Runnable counting = Cairn.wrap(() -> Cairn.put("orders", orders.size()));
    return CompletableFuture.runAsync(counting, pool)
        .thenApply(unused -> orders.size() + " articles");
  }

  @Checkpointed(retries = 1, backoff = "1ms")
  String tryAgain() {
    shelf.articles.add(Article.PEN);
    if (tries++ == 0) {
      throw new IllegalStateException("the first time");
    }
    return " " + shelf.articles.size();
  }

  private String failure() {
    try {
      fail(new Order(Article.INK, 1));
      return "";
    } catch (IllegalStateException expected) {
      return " " + expected.getMessage();
    }
  }

  @Checkpointed(rollback = true)
  private static void fail(Order order) {
    order.pieces = 0;
    throw new IllegalStateException("no ink");
  }

  @Checkpointed
  CompletionStage<Order> later(String name, @Unsaved Executor pool) {
    return CompletableFuture.supplyAsync(() -> new Order(Article.INK, name.length()), pool);
  }

  /** What is ordered. */
  enum Article {
    PEN,
    INK {
      @Override
      public String toString() {
        return "ink";
      }
    }
  }

  /** How a text is written. */
  record Rule(String name) implements UnaryOperator<String> {
    @Override
    public String apply(String text) {
      return name + ": " + text;
    }
  }

  /** One order. */
  static final class Order {
    private final Article article;
    private int pieces;

    Order(Article article, int pieces) {
      this.article = article;
      this.pieces = pieces;
    }

    @Override
    public String toString() {
      return " " + pieces + " " + article;
    }
  }

  /** Where articles lie. */
  static final class Shelf {
    private static final List<Article> ALL = List.of(Article.values());

    private final List<Article> articles = new ArrayList<>();
    private final List<Article> known = ALL;
    private transient int looked;

    @AfterRestore
    void look() {
      looked = known.size();
    }

    @Override
    public String toString() {
      return articles + " of " + looked;
    }
  }
}
