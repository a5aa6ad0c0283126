package dev.cairn.core.graph.app;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes that the application's serializer gives for a part: they count by their content. */
public record PartBytes(byte[] bytes) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PartBytes part && Arrays.equals(part.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
