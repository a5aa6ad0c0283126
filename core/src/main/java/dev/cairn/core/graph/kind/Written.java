package dev.cairn.core.graph.kind;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The canonical form of a value, to be compared.
 *
 * @param parts what it consists of
 */
public record Written(List<Object> parts) {

  /** That of a value of a kind. */
  public static Written of(ValueKind kind, Object value) {
    List<Object> parts = new ArrayList<>();
    kind.write(value, new Recorder(parts));
    return new Written(parts);
  }

  private record Recorder(List<Object> parts) implements ValueSink {
    @Override
    public void number(long value) {
      parts.add(value);
    }

    @Override
    public void bits(long value) {
      parts.add(value);
    }

    @Override
    public void text(String value) {
      parts.add(value);
    }

    @Override
    public void bytes(byte[] value) {
      parts.add(new String(value, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void type(Class<?> value) {
      parts.add(value);
    }
  }
}
