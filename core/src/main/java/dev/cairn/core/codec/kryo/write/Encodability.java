package dev.cairn.core.codec.kryo.write;

import dev.cairn.core.codec.kryo.schema.ClassTableWriter;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.Kind.Infrastructure;
import dev.cairn.core.graph.kind.Kind.Positioned;
import dev.cairn.core.graph.kind.Kind.Unsupported;
import dev.cairn.core.graph.kind.NodeKind;

/** Whether new objects can be encoded. */
final class Encodability {
  private Encodability() {}

  /** Why a new object cannot be encoded, or an empty text. */
  static String reason(Kind kind, Object value, ClassTableWriter classes) {
    if (kind instanceof Infrastructure outside) {
      return "it is new, and " + outside.what() + " is never saved";
    }
    if (kind instanceof Positioned positioned) {
      return "it is " + positioned.what() + ", which stands somewhere and cannot be put back";
    }
    if (kind instanceof Unsupported unsupported) {
      return unsupported.reason();
    }
    if (kind instanceof NodeKind node && node.notCreatable().isPresent()) {
      return node.notCreatable().get();
    }
    Class<?> named = kind instanceof NodeKind node ? node.recorded() : value.getClass();
    return classes.isResolvable(named)
        ? ""
        : "its class is not found by that name from the stage's loader";
  }
}
