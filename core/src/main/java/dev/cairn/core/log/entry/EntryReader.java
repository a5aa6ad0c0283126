package dev.cairn.core.log.entry;

import dev.cairn.core.log.owner.Owner;
import dev.cairn.core.model.Amendment;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.Payload;
import dev.cairn.core.model.PayloadFacts;
import dev.cairn.core.model.RunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Lines of JSON as entries, checked field by field. */
public final class EntryReader {
  private EntryReader() {}

  /**
   * The entry of a line whose hash was checked.
   *
   * @throws MalformedException if it is no entry of this slot of this run
   * @throws NewerException if a later version of Cairn wrote it
   */
  public static Entry entry(HashedLine line, RunId run, long slot)
      throws MalformedException, NewerException {
    Json json = Json.parse(line);
    long format = json.number("format");
    if (format != EntryWriter.FORMAT) {
      throw new NewerException("format " + format);
    }
    requireRun(json, run);
    requireSame("entry " + slot, String.valueOf(json.number("seq")), String.valueOf(slot));
    return new Entry(head(json, run, slot), body(json, slot));
  }

  static void requireRun(Json json, RunId run) throws MalformedException {
    requireSame("run " + runId(run), json.text("runId"), runId(run));
  }

  private static void requireSame(String expected, String found, String wanted)
      throws MalformedException {
    if (!found.equals(wanted)) {
      throw new MalformedException(expected, "one of " + found);
    }
  }

  /** A run with its whole key: entries do not rest on the short form. */
  public static String runId(RunId run) {
    return run.pipeline() + "/" + run.keyDigest() + "/" + run.generation();
  }

  private static Entry.Head head(Json json, RunId run, long slot) throws MalformedException {
    Entry.Link link = new Entry.Link(json.number("after"), json.text("prev"), json.text("opening"));
    return new Entry.Head(
        run, slot, json.text("entryId"), json.number("epoch"), link, json.instant("at"));
  }

  private static Entry.Body body(Json json, long slot) throws MalformedException, NewerException {
    String kind = json.text("kind");
    return switch (kind) {
      case "OPEN" -> new Entry.Open(openFacts(json), owner(json), silence(json));
      case "CLAIM" -> new Entry.Claimed(owner(json), silence(json));
      case "COMMIT" -> commit(json, slot);
      case "END" -> new Entry.End(ended(json), said(json));
      case "FAILED" -> new Entry.Failed();
      case "FORGET" -> new Entry.Forgotten(json.numbers("entries"));
      case "UNDO" -> undone(json);
      case "ACCEPT" -> amended(json, Amendment.Kind.ACCEPT);
      case "INVALIDATE" -> amended(json, Amendment.Kind.INVALIDATE);
      case "FORK" -> amended(json, Amendment.Kind.FORK);
      case "TOMB" -> new Entry.Tomb();
      default -> throw new NewerException("kind " + kind);
    };
  }

  /** A base stands before what is a delta of it, so that no chain of them goes in a circle. */
  private static Entry.Commit commit(Json json, long slot)
      throws MalformedException, NewerException {
    requireNoFlags(json);
    Entry.StoredPayload payload = payload(json);
    long base = payload.facts().base();
    if (base < 0 || base >= slot) {
      throw new MalformedException("a base before entry " + slot, "base " + base);
    }
    return new Entry.Commit(call(json), payload);
  }

  // What a later version needs its readers to know stands there; this one knows of nothing.
  private static void requireNoFlags(Json json) throws MalformedException, NewerException {
    List<String> flags = json.optionalList("flags");
    if (!flags.isEmpty()) {
      throw new NewerException("flags " + String.join(", ", flags));
    }
  }

  private static Entry.Body amended(Json json, Amendment.Kind kind) throws MalformedException {
    return new Entry.Amended(kind, json.text("stage"), json.text("detail"));
  }

  private static Entry.Body undone(Json json) throws MalformedException {
    long voids = json.number("voids");
    return new Entry.Undone(
        json.numbers("entries"), voids == 0 ? OptionalLong.empty() : OptionalLong.of(voids));
  }

  private static OpenFacts openFacts(Json json) throws MalformedException {
    return new OpenFacts(
        json.text("key"),
        json.fingerprint("parameters"),
        json.text("application"),
        json.texts("code"));
  }

  private static Duration silence(Json json) throws MalformedException {
    return Duration.ofMillis(json.number("silenceMillis"));
  }

  public static Owner owner(Json entry) throws MalformedException {
    Json json = entry.object("owner");
    return new Owner(
        json.text("host"),
        json.text("hostId"),
        json.text("bootId"),
        json.text("pidNamespace"),
        json.text("user"),
        json.number("pid"),
        json.text("started"),
        json.text("instance"));
  }

  static CallFacts call(Json json) throws MalformedException {
    return new CallFacts(
        path(json),
        json.fingerprint("inputs"),
        json.fingerprints("parts"),
        json.fingerprint("code"),
        json.optionalTexts("methods"),
        json.optionalText("reason").orElse(""),
        json.number("began"),
        json.instant("startedAt"),
        json.instant("endedAt"),
        json.text("codec"),
        json.list("classes"),
        json.texts("metadata"),
        json.list("notes"));
  }

  private static CallPath path(Json json) throws MalformedException {
    List<CallKey> keys = new ArrayList<>();
    for (Json key : json.objects("call")) {
      keys.add(new CallKey(key.text("stage"), key.text("key"), key.count("occurrence")));
    }
    return new CallPath(keys);
  }

  private static RunEnd said(Json json) throws MalformedException {
    return new RunEnd(json.texts("totals"), json.optionalList("notes"));
  }

  private static Optional<Entry.Ended> ended(Json json) throws MalformedException, NewerException {
    Optional<Json> result = json.optionalObject("result");
    if (result.isEmpty()) {
      return Optional.empty();
    }
    Json ended = result.get();
    requireWhole(ended.object("payload"), "base");
    return Optional.of(new Entry.Ended(ended.text("codec"), ended.list("classes"), payload(ended)));
  }

  private static Entry.StoredPayload payload(Json entry) throws MalformedException, NewerException {
    Json json = entry.object("payload");
    Optional<String> pack = json.optionalText("pack");
    if (pack.isPresent()) {
      requireWhole(json, "offset");
      json.fingerprint("pack");
      return Entry.StoredPayload.inPack(payloadFacts(json, pack));
    }
    Payload inline = json.bytes("inline");
    return new Entry.StoredPayload(payloadFacts(json, pack), inline);
  }

  // Shared packs come with a later version; to read one as a whole would be a guess.
  private static void requireWhole(Json json, String name)
      throws MalformedException, NewerException {
    if (json.number(name) != 0) {
      throw new NewerException("a payload with " + name + " " + json.number(name));
    }
  }

  private static PayloadFacts payloadFacts(Json json, Optional<String> pack)
      throws MalformedException, NewerException {
    return new PayloadFacts(
        json.number("rawBytes"),
        json.number("storedBytes"),
        json.text("compression"),
        json.fingerprint("digest"),
        pack,
        base(json));
  }

  private static long base(Json json) throws MalformedException, NewerException {
    long base = json.number("base");
    if (base != 0 && !json.text("delta").equals(EntryWriter.DELTA)) {
      throw new NewerException("a delta of form " + json.text("delta"));
    }
    return base;
  }
}
