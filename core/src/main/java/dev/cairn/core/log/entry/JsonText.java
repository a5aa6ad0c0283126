package dev.cairn.core.log.entry;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.core.model.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes one JSON object in memory, field by field in the caller's order. For one thread. */
public final class JsonText {
  private final JsonGenerator out;

  private JsonText(JsonGenerator out) {
    this.out = out;
  }

  /** The text of an object with these fields. */
  public static HashedLine line(Consumer<JsonText> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.MAPPER.createGenerator(bytes)) {
      new JsonText(out).braced(fields);
    } catch (IOException e) {
      throw impossible(e);
    }
    return HashedLine.of(bytes.toByteArray());
  }

  private void braced(Consumer<JsonText> fields) {
    write(JsonGenerator::writeStartObject);
    fields.accept(this);
    write(JsonGenerator::writeEndObject);
  }

  /** A text. */
  public JsonText text(String name, String value) {
    return write(json -> json.writeStringField(name, value));
  }

  /** A number. */
  public JsonText number(String name, long value) {
    return write(json -> json.writeNumberField(name, value));
  }

  /** True or false. */
  public JsonText flag(String name, boolean value) {
    return write(json -> json.writeBooleanField(name, value));
  }

  /** Bytes in base64. */
  JsonText bytes(String name, Payload value) {
    return write(json -> json.writeBinaryField(name, value.toBytes()));
  }

  /** An object. */
  JsonText object(String name, Consumer<JsonText> fields) {
    write(json -> json.writeFieldName(name));
    braced(fields);
    return this;
  }

  /** An object whose values are texts, in the map's order. */
  JsonText texts(String name, Map<String, String> values) {
    return object(name, object -> values.forEach(object::text));
  }

  /** A list of texts. */
  JsonText numbers(String name, List<Long> values) {
    return write(
        json -> {
          json.writeArrayFieldStart(name);
          for (long value : values) {
            json.writeNumber(value);
          }
          json.writeEndArray();
        });
  }

  JsonText list(String name, List<String> values) {
    return write(
        json -> {
          json.writeArrayFieldStart(name);
          for (String value : values) {
            json.writeString(value);
          }
          json.writeEndArray();
        });
  }

  /** A list of objects. */
  <T> JsonText objects(String name, List<T> values, BiConsumer<JsonText, T> fields) {
    write(json -> json.writeArrayFieldStart(name));
    values.forEach(value -> braced(object -> fields.accept(object, value)));
    return write(JsonGenerator::writeEndArray);
  }

  /** One call of Jackson's. */
  @FunctionalInterface
  private interface Write {
    void to(JsonGenerator json) throws IOException;
  }

  private JsonText write(Write write) {
    try {
      write.to(out);
      return this;
    } catch (IOException e) {
      throw impossible(e);
    }
  }

  private static UncheckedIOException impossible(IOException e) {
    return new UncheckedIOException("writing to memory does not fail", e);
  }
}
