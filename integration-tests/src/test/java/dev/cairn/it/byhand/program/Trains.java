package dev.cairn.it.byhand.program;

import dev.cairn.core.Checkpoints;
import dev.cairn.core.SaveOptions;
import dev.cairn.core.SavedState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes on from the last epoch that was saved, for ever; or, asked to, loads all epochs. */
public final class Trains {
  private final List<double[]> weights = new ArrayList<>();
  private int epoch;

  private Trains() {
    weights.add(new double[20_000]);
    weights.add(weights.get(0));
  }

  /** Arguments: the store, and whether to load all. */
  public static void main(String[] arguments) {
    try (Checkpoints checkpoints = Checkpoints.of("training").in(Path.of(arguments[0])).open()) {
      if (Boolean.parseBoolean(arguments[1])) {
        checkpoints.list().forEach(saved -> load(checkpoints, saved.id()));
        System.out.println("damaged: " + checkpoints.verify().findings().size());
      } else {
        train(checkpoints);
      }
    }
  }

  private static void load(Checkpoints checkpoints, String id) {
    Trains loaded = checkpoints.load(id, Trains.class);
    loaded.require();
    System.out.println("loaded " + id + " at " + loaded.epoch);
  }

  private void require() {
    double sum = 0;
    for (double weight : weights.get(1)) {
      sum += weight;
    }
    if (weights.get(0) != weights.get(1) || sum != epoch * (epoch + 1) / 2.0) {
      throw new IllegalStateException("epoch " + epoch + " came back with " + sum);
    }
  }

  private static void train(Checkpoints checkpoints) {
    List<SavedState> saved = checkpoints.list();
    Trains model =
        Optional.of(saved)
            .filter(some -> !some.isEmpty())
            .map(some -> checkpoints.load(some.get(some.size() - 1).id(), Trains.class))
            .orElseGet(Trains::new);
    while (true) {
      model.epoch++;
      model.weights.get(0)[model.epoch] = model.epoch;
      SaveOptions options = SaveOptions.usual().with("epoch", model.epoch);
      checkpoints.save(model, "epoch " + model.epoch, options);
      System.out.println("saved epoch " + model.epoch + ".");
    }
  }
}
