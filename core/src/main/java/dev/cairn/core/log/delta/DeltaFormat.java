package dev.cairn.core.log.delta;

/**
 * A delta: bytes as pieces of other bytes, their base, and what is new. Numbers are written with 7
 * bits a byte, the low ones first, the eighth bit set if more follow; a displacement after zigzag.
 *
 * <pre>
 * 4       "CDLT"
 * number  version, 1
 * number  bytes of the base
 * number  bytes of the result
 * then, until the result is whole:
 *   number  n, and n bytes: they come next in the result
 *   number  m: so many bytes of the base come next; 0 only behind the last new bytes
 *   number  if m is not 0: by how much their place in the base less their place in the result is
 *           more than it was for the copy before; it begins with 0
 * </pre>
 *
 * Each step brings a byte at least, and nothing follows the last.
 */
final class DeltaFormat {
  static final int MAGIC = 0x43444C54;
  static final int VERSION = 1;

  private DeltaFormat() {}
}
