package dev.cairn.core.engine.lineage;

import dev.cairn.core.graph.ExitNumbers;
import dev.cairn.core.graph.WalkedGraph;
import java.util.ArrayList;
import java.util.List;

/** The objects by which a call's state is known again: those nearest to its inputs. */
public final class Nearest {
  private static final int ENOUGH = 32;

  private Nearest() {}

  /** Those among the inputs, as a walk met them. */
  public static List<Object> to(WalkedGraph inputs) {
    List<Object> nearest = new ArrayList<>();
    for (int number = 1; number < inputs.size() && nearest.size() < ENOUGH; number++) {
      if (inputs.isState(number)) {
        nearest.add(inputs.object(number));
      }
    }
    return nearest;
  }

  /** The same, and those among what the call made. */
  public static List<Object> to(WalkedGraph inputs, ExitNumbers exit) {
    List<Object> nearest = to(inputs);
    int last = Math.min(exit.size(), inputs.size() + ENOUGH);
    for (int number = inputs.size(); number < last; number++) {
      nearest.add(exit.object(number));
    }
    return nearest;
  }
}
