package dev.cairn.core.differential;

import dev.cairn.core.differential.program.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** Leaves out of a failing case whatever it fails without. */
final class Shrinker {
  private final Predicate<Case> fails;

  Shrinker(Predicate<Case> fails) {
    this.fails = fails;
  }

  Case shrink(Case given) {
    Case smallest = given;
    int before;
    do {
      before = size(smallest);
      smallest = shrink(smallest, Case::rest, Case::withRest);
      smallest = shrink(smallest, Case::body, Case::withBody);
      smallest = shrink(smallest, Case::setup, Case::withSetup);
    } while (size(smallest) < before);
    return smallest;
  }

  private static int size(Case given) {
    return given.setup().size() + given.body().size() + given.rest().size();
  }

  private Case shrink(
      Case given, Function<Case, List<Long>> steps, BiFunction<Case, List<Long>, Case> with) {
    Case smallest = given;
    for (int chunk = Math.max(1, steps.apply(given).size() / 2); chunk > 0; chunk /= 2) {
      for (int from = 0; from < steps.apply(smallest).size(); ) {
        Case without = with.apply(smallest, without(steps.apply(smallest), from, chunk));
        if (fails.test(without)) {
          smallest = without;
        } else {
          from += chunk;
        }
      }
    }
    return smallest;
  }

  private static List<Long> without(List<Long> steps, int from, int count) {
    List<Long> left = new ArrayList<>(steps.subList(0, from));
    left.addAll(steps.subList(Math.min(steps.size(), from + count), steps.size()));
    return left;
  }
}
