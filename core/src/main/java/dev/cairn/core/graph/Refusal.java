package dev.cairn.core.graph;

import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.Kind.Positioned;
import dev.cairn.core.graph.kind.Kind.Unsupported;

/** Words for what can be neither compared nor saved. */
final class Refusal {

  private Refusal() {}

  /** Why, or an empty text where there is no reason. */
  static String of(Kind kind) {
    if (kind instanceof Positioned positioned) {
      return "is " + positioned.what() + ": where it stands can be neither compared nor put back";
    }
    return kind instanceof Unsupported unsupported
        ? "cannot be compared or saved: " + unsupported.reason()
        : "";
  }

  static String message(String path, Object value, String reason) {
    return "Cannot walk the inputs; "
        + path
        + ": "
        + value.getClass().getName()
        + " "
        + reason
        + "; mark the field or parameter @Unsaved if it is not state, or open it inside the stage";
  }
}
