package dev.cairn.core.log.entry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One JSON object of an entry, read strictly: what is missing or of another type is damage. Fields
 * that nobody asks for are left alone. Texts are written in ASCII, so that any text survives,
 * halves of characters included.
 */
public final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(HashedLine.LARGEST_BYTES)
                          .build())
                  .build())
          .build();

  private final JsonNode node;

  private Json(JsonNode node) {
    this.node = node;
  }

  public static Json parse(HashedLine line) throws MalformedException {
    try {
      return new Json(MAPPER.readTree(line.json().open())).object();
    } catch (JsonProcessingException e) {
      throw new MalformedException("a line of JSON", "another text", e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory does not fail", e);
    }
  }

  private Json object() throws MalformedException {
    if (!node.isObject()) {
      throw new MalformedException("an object", node.getNodeType().toString());
    }
    return this;
  }

  private JsonNode field(String name) throws MalformedException {
    JsonNode value = node.get(name);
    if (value == null) {
      throw new MalformedException("a field " + name, "none");
    }
    return value;
  }

  private static MalformedException wrong(String name, String type) {
    return new MalformedException(type + " in " + name, "another value");
  }

  Json object(String name) throws MalformedException {
    return new Json(field(name)).object();
  }

  Optional<Json> optionalObject(String name) throws MalformedException {
    return node.has(name) ? Optional.of(object(name)) : Optional.empty();
  }

  public String text(String name) throws MalformedException {
    return text(name, field(name));
  }

  private static String text(String name, JsonNode value) throws MalformedException {
    if (!value.isTextual()) {
      throw wrong(name, "text");
    }
    return value.textValue();
  }

  Optional<String> optionalText(String name) throws MalformedException {
    return node.has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  public long number(String name) throws MalformedException {
    JsonNode value = field(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "a number");
    }
    return value.longValue();
  }

  public boolean flag(String name) throws MalformedException {
    JsonNode value = field(name);
    if (!value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.booleanValue();
  }

  int count(String name) throws MalformedException {
    long number = number(name);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw wrong(name, "a count");
    }
    return (int) number;
  }

  public Instant instant(String name) throws MalformedException {
    try {
      return Moments.parse(text(name));
    } catch (DateTimeException e) {
      throw wrong(name, "a time");
    }
  }

  Fingerprint fingerprint(String name) throws MalformedException {
    return fingerprint(name, text(name));
  }

  private static Fingerprint fingerprint(String name, String hex) throws MalformedException {
    try {
      return new Fingerprint(hex);
    } catch (IllegalArgumentException e) {
      throw wrong(name, "a SHA-256");
    }
  }

  Payload bytes(String name) throws MalformedException {
    try {
      return Payload.of(Base64.getDecoder().decode(text(name)));
    } catch (IllegalArgumentException e) {
      throw new MalformedException("base64 in " + name, "another text", e);
    }
  }

  Map<String, String> texts(String name) throws MalformedException {
    Json object = object(name);
    Map<String, String> texts = new LinkedHashMap<>();
    for (Iterator<String> names = object.node.fieldNames(); names.hasNext(); ) {
      String key = names.next();
      texts.put(key, object.text(key));
    }
    return texts;
  }

  Map<String, String> optionalTexts(String name) throws MalformedException {
    return node.has(name) ? texts(name) : Map.of();
  }

  Map<String, Fingerprint> fingerprints(String name) throws MalformedException {
    Map<String, Fingerprint> fingerprints = new LinkedHashMap<>();
    for (Map.Entry<String, String> text : texts(name).entrySet()) {
      fingerprints.put(text.getKey(), fingerprint(text.getKey(), text.getValue()));
    }
    return fingerprints;
  }

  List<String> list(String name) throws MalformedException {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : array(name)) {
      texts.add(text(name, item));
    }
    return texts;
  }

  List<String> optionalList(String name) throws MalformedException {
    return node.has(name) ? list(name) : List.of();
  }

  List<Long> numbers(String name) throws MalformedException {
    List<Long> numbers = new ArrayList<>();
    for (JsonNode item : array(name)) {
      if (!item.isIntegralNumber() || !item.canConvertToLong()) {
        throw wrong(name, "numbers");
      }
      numbers.add(item.longValue());
    }
    return numbers;
  }

  List<Json> objects(String name) throws MalformedException {
    List<Json> objects = new ArrayList<>();
    for (JsonNode item : array(name)) {
      objects.add(new Json(item).object());
    }
    return objects;
  }

  private JsonNode array(String name) throws MalformedException {
    JsonNode value = field(name);
    if (!value.isArray()) {
      throw wrong(name, "a list");
    }
    return value;
  }
}
