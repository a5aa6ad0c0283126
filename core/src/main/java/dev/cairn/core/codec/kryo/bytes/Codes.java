package dev.cairn.core.codec.kryo.bytes;

import dev.cairn.core.error.CodecException;
import java.util.function.ToIntFunction;

/** Finds what a code in a snapshot stands for. */
public final class Codes {

  private Codes() {}

  public static <T> T of(T[] all, ToIntFunction<T> codes, int code) {
    for (T candidate : all) {
      if (codes.applyAsInt(candidate) == code) {
        return candidate;
      }
    }
    throw new CodecException(
        "snapshot", "Cannot decode the snapshot; code " + code + " stands for nothing here");
  }
}
