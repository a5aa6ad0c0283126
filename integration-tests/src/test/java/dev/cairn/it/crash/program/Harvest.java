package dev.cairn.it.crash.program;

import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A small pipeline of ordinary, mutable Java: stages that change one graph in place, fields of the
 * pipeline object, a loop with a stage per item, a nested stage, a returned argument, a new object,
 * two parallel stages, a random generator in mid-sequence.
 */
public final class Harvest {
  private final Diary diary;
  private final Tally tally;
  private final Random dice = new Random(7);
  private final Map<Label, Plot> shelf = new HashMap<>();
  private int rounds;
  private Plot best = Plot.NOWHERE;

  private Harvest(Diary diary, Tally tally) {
    this.diary = diary;
    this.tally = tally;
  }

  /** Runs the pipeline and prints its result and its whole heap. */
  public static void main(String[] arguments) throws Exception {
    Tally tally = Boolean.getBoolean("forgetful") ? new ForgetfulTally() : new SavedTally();
    Harvest harvest = new Harvest(Diary.ofThisProgram(), tally);
    Farm farm = new Farm("north");
    Basket basket = harvest.run("north", farm);
    System.out.println("result: " + basket);
    System.out.println("final heap:" + HeapText.of(harvest, farm, basket));
  }

  @Pipeline(name = "harvest")
  Basket run(String name, Farm farm) throws Exception {
    plant(farm, name);
    diary.returned("plant", this, farm);
    for (Plot plot : farm.plots) {
      tend(plot);
      diary.returned("tend " + plot.name(), this, farm);
    }
    ripen(farm);
    diary.returned("ripen", this, farm);
    Farm same = prune(farm);
    diary.returned("prune", this, farm, same);
    Basket basket = gather(farm);
    diary.returned("gather", this, farm, basket);
    weighAndPrice(basket);
    store(basket, farm);
    diary.returned("store", this, farm, basket);
    return basket;
  }

  @Checkpointed
  void plant(Farm farm, String prefix) {
    diary.note("begin plant");
    for (int row = 0; row < 3; row++) {
      Plot plot = new Plot(farm, new PlotKey(row, prefix + row), dice.nextInt(100));
      farm.add(plot);
      shelf.put(new Label(plot), plot);
    }
    diary.note("middle plant");
    farm.join();
    diary.note("end plant");
  }

  @Checkpointed
  void tend(Plot plot) {
    diary.note("begin tend " + plot.name());
    plot.fruit += dice.nextInt(50);
    rounds++;
    diary.note("middle tend " + plot.name());
    tally.add(plot.fruit);
    plot.remark("tended in round " + rounds);
    if (plot.fruit > best.fruit) {
      best = plot;
    }
    diary.note("end tend " + plot.name());
  }

  @Checkpointed
  void ripen(Farm farm) {
    diary.note("begin ripen");
    for (Plot plot : farm.plots) {
      water(plot);
      diary.note("returned water " + plot.name());
    }
    farm.season = Season.AUTUMN;
    diary.note("end ripen");
  }

  @Checkpointed
  private void water(Plot plot) {
    diary.note("begin water " + plot.name());
    plot.fruit = plot.farm.season.growth(plot.fruit);
    plot.next.remark("beside a watered one: " + plot.name());
    diary.note("end water " + plot.name());
  }

  @Checkpointed
  Farm prune(Farm farm) {
    diary.note("begin prune");
    Collections.swap(farm.plots, 0, 2);
    farm.byKey.remove(farm.plots.get(1).key());
    shelf.values().removeIf(plot -> plot.fruit % 2 == 0);
    diary.note("end prune");
    return farm;
  }

  @Checkpointed
  Basket gather(Farm farm) {
    diary.note("begin gather");
    Basket basket = new Basket(farm, best, tally.total());
    for (Plot plot : farm.plots) {
      basket.fruit.merge(plot.key(), plot.fruit, Integer::sum);
      plot.fruit = 0;
    }
    diary.note("end gather");
    return basket;
  }

  private void weighAndPrice(Basket basket) throws InterruptedException, ExecutionException {
    ExecutorService pool =
        Executors.newFixedThreadPool(2, task -> new Thread(task, "harvest worker"));
    try {
      Future<double[]> weights = pool.submit(() -> weigh(basket));
      Future<List<Price>> prices = pool.submit(() -> price(basket, 3, diary));
      basket.accept(weights.get(), prices.get());
    } finally {
      pool.shutdown();
    }
    diary.note("returned weigh");
    diary.returned("price", this, basket);
  }

  @Checkpointed
  double[] weigh(Basket basket) {
    diary.note("begin weigh");
    double[] weights =
        basket.fruit.values().stream().mapToDouble(fruit -> basket.scale.weigh(fruit)).toArray();
    diary.note("end weigh");
    return weights;
  }

  @Checkpointed
  static List<Price> price(Basket basket, int base, Diary diary) {
    diary.note("begin price");
    List<Price> prices = new ArrayList<>();
    basket.fruit.forEach((key, fruit) -> prices.add(new Price(key, fruit * (long) base)));
    diary.note("end price");
    return prices;
  }

  @Checkpointed
  void store(Basket basket, Farm farm) {
    diary.note("begin store");
    basket.total = basket.prices.stream().mapToLong(Price::cents).sum() + dice.nextInt(1000);
    farm.season = farm.season.next();
    farm.cellar = basket;
    diary.note("end store");
  }
}
