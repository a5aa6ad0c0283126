package dev.cairn.core.graph;

import dev.cairn.core.graph.type.Constant;
import dev.cairn.core.model.Fingerprint;
import java.util.Optional;

/**
 * How an object is found again without being made: a constant holds it, or it lies in the content
 * of what a constant holds.
 *
 * @param constant the constant
 * @param number its number in a walk of that content; {@link #ITSELF} for what the constant holds
 * @param content the fingerprint that the content must have, where it matters
 */
public record ConstantLink(Constant constant, int number, Optional<Fingerprint> content) {
  /** The number of what a constant holds. */
  public static final int ITSELF = 1;

  /** The number of what cannot be found again, as no compared reference leads there. */
  static final int LOST = 0;

  /** Whether the object can be found again. */
  public boolean isFound() {
    return number != LOST;
  }

  /** The name that stands for it in a snapshot: {@code REGISTRY}, or {@code REGISTRY#17}. */
  public String reference() {
    return number == ITSELF ? constant.name() : constant.name() + "#" + number;
  }
}
