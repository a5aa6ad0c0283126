package dev.cairn.core.graph.kind;

/**
 * What sort of thing the instances of a class are to the state of a call: nodes have content and
 * identity, values content only; the rest is not state.
 */
public sealed interface Kind
    permits NodeKind, ValueKind, Kind.Infrastructure, Kind.Positioned, Kind.Unsupported {

  /** Never state: stays in live objects, is numbered and linked again. */
  record Infrastructure(String what) implements Kind {}

  /** Stands somewhere in something outside: can be neither compared nor put back. */
  record Positioned(String what) implements Kind {}

  /** No way is known to compare or save it exactly. */
  record Unsupported(String reason) implements Kind {}
}
