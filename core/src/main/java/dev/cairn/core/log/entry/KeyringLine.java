package dev.cairn.core.log.entry;

import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.crypt.Keyring;
import dev.cairn.core.seal.crypt.Secret;
import java.util.ArrayList;
import java.util.List;

/** Keyrings as lines of JSON. */
public final class KeyringLine {
  private KeyringLine() {}

  /** The line of a keyring. */
  public static HashedLine line(Keyring ring) {
    return JsonText.line(
        json ->
            json.number("format", EntryWriter.FORMAT)
                .number("generation", ring.generation())
                .text("storeId", ring.storeId())
                .text("created", ring.created())
                .objects("slots", ring.slots(), KeyringLine::writeSlot)
                .objects("keys", ring.keys(), KeyringLine::writeKey)
                .bytes("names", Payload.of(ring.names()))
                .bytes("mac", Payload.of(ring.mac())));
  }

  private static void writeSlot(JsonText json, Keyring.Slot slot) {
    json.text("id", slot.id())
        .text("kind", slot.kind().name())
        .text("label", slot.label())
        .bytes("salt", Payload.of(slot.salt()))
        .number("iterations", slot.iterations())
        .bytes("wrapped", Payload.of(slot.wrapped()));
  }

  private static void writeKey(JsonText json, Keyring.WrappedKey key) {
    json.text("id", key.id()).bytes("wrapped", Payload.of(key.wrapped()));
  }

  /**
   * The keyring of a line whose hash was checked.
   *
   * @throws MalformedException if it is none
   * @throws NewerException if a later version of Cairn wrote it
   */
  public static Keyring keyring(HashedLine line) throws MalformedException, NewerException {
    Json json = Json.parse(line);
    if (json.number("format") != EntryWriter.FORMAT) {
      throw new NewerException("format " + json.number("format"));
    }
    return new Keyring(
        json.count("generation"),
        json.text("storeId"),
        json.text("created"),
        slots(json),
        keys(json),
        json.bytes("names").toBytes(),
        json.bytes("mac").toBytes());
  }

  private static List<Keyring.Slot> slots(Json json) throws MalformedException, NewerException {
    List<Keyring.Slot> slots = new ArrayList<>();
    for (Json slot : json.objects("slots")) {
      slots.add(
          new Keyring.Slot(
              slot.text("id"),
              kind(slot.text("kind")),
              slot.text("label"),
              slot.bytes("salt").toBytes(),
              iterations(slot),
              slot.bytes("wrapped").toBytes()));
    }
    return slots;
  }

  private static int iterations(Json slot) throws MalformedException {
    int iterations = slot.count("iterations");
    if (iterations < 1 || iterations > Secret.MOST_ITERATIONS) {
      throw new MalformedException(
          "1 to " + Secret.MOST_ITERATIONS + " iterations", iterations + " of them");
    }
    return iterations;
  }

  private static Secret.Kind kind(String name) throws NewerException {
    return switch (name) {
      case "PASSWORD" -> Secret.Kind.PASSWORD;
      case "KEY" -> Secret.Kind.KEY;
      default -> throw new NewerException("a slot of the kind " + name);
    };
  }

  private static List<Keyring.WrappedKey> keys(Json json) throws MalformedException {
    List<Keyring.WrappedKey> keys = new ArrayList<>();
    for (Json key : json.objects("keys")) {
      keys.add(new Keyring.WrappedKey(key.text("id"), key.bytes("wrapped").toBytes()));
    }
    if (keys.isEmpty()) {
      throw new MalformedException("a key in keys", "none");
    }
    return keys;
  }
}
