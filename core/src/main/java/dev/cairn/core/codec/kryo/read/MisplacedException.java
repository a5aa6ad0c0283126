package dev.cairn.core.codec.kryo.read;

import dev.cairn.core.error.CodecException;

/** Something in an object's content does not fit; which object it is, the reader knows. */
final class MisplacedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String step;
  private final CodecException reason;

  /**
   * Makes one.
   *
   * @param step from the object: {@code .total}, {@code [3]}
   */
  MisplacedException(String step, CodecException reason) {
    super(reason);
    this.step = step;
    this.reason = reason;
  }

  /** What is wrong, and where. */
  CodecException at(String path) {
    return located(reason, path + step);
  }

  /** What is wrong, and where. */
  static CodecException located(CodecException reason, String path) {
    return new CodecException(path, reason.getMessage() + " (at " + path + ")", reason);
  }
}
