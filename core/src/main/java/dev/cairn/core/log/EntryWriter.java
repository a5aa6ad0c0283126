package dev.cairn.core.log;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.PayloadFacts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Entries as lines of JSON. The order of fields is fixed; maps without an order are sorted. */
final class EntryWriter {
  /** The version of everything that is written here. */
  static final int FORMAT = 1;

  private EntryWriter() {}

  static HashedLine line(Entry entry) {
    return HashedLine.of(
        Json.object(
            out -> {
              writeHead(out, entry.head(), kind(entry.body()));
              writeBody(out, entry.body());
            }));
  }

  private static String kind(Entry.Body body) {
    if (body instanceof Entry.Open) {
      return "OPEN";
    } else if (body instanceof Entry.Claimed) {
      return "CLAIM";
    } else if (body instanceof Entry.Commit) {
      return "COMMIT";
    } else if (body instanceof Entry.End) {
      return "END";
    }
    throw new IllegalArgumentException("no attempt writes " + body);
  }

  private static void writeHead(JsonGenerator out, Entry.Head head, String kind)
      throws IOException {
    out.writeNumberField("format", FORMAT);
    out.writeStringField("kind", kind);
    out.writeStringField("runId", EntryReader.runId(head.run()));
    out.writeNumberField("seq", head.seq());
    out.writeStringField("entryId", head.entryId());
    out.writeNumberField("epoch", head.epoch());
    out.writeNumberField("after", head.link().after());
    out.writeStringField("prev", head.link().prev());
    out.writeStringField("opening", head.link().opening());
    out.writeStringField("at", head.at().toString());
  }

  private static void writeBody(JsonGenerator out, Entry.Body body) throws IOException {
    if (body instanceof Entry.Open open) {
      writeOpen(out, open.facts());
      writeOwner(out, open.owner());
      out.writeNumberField("silenceMillis", open.silence().toMillis());
    } else if (body instanceof Entry.Claimed claimed) {
      writeOwner(out, claimed.owner());
      out.writeNumberField("silenceMillis", claimed.silence().toMillis());
    } else if (body instanceof Entry.Commit commit) {
      writeCall(out, commit.call());
      writePayload(out, commit.payload());
    } else if (body instanceof Entry.End end) {
      writeEnd(out, end);
    }
  }

  private static void writeOpen(JsonGenerator out, OpenFacts facts) throws IOException {
    out.writeStringField("key", facts.key());
    out.writeStringField("parameters", facts.parameters().hex());
    out.writeStringField("application", facts.application());
    writeTexts(out, "code", new TreeMap<>(facts.code()));
  }

  static void writeOwner(JsonGenerator out, Owner owner) throws IOException {
    out.writeObjectFieldStart("owner");
    out.writeStringField("host", owner.host());
    out.writeStringField("hostId", owner.hostId());
    out.writeStringField("bootId", owner.bootId());
    out.writeStringField("pidNamespace", owner.pidNamespace());
    out.writeStringField("user", owner.user());
    out.writeNumberField("pid", owner.pid());
    out.writeStringField("started", owner.started());
    out.writeStringField("instance", owner.instance());
    out.writeEndObject();
  }

  private static void writeCall(JsonGenerator out, CallFacts call) throws IOException {
    out.writeArrayFieldStart("call");
    for (CallKey key : call.path().keys()) {
      out.writeStartObject();
      out.writeStringField("stage", key.stage());
      out.writeStringField("key", key.discriminator());
      out.writeNumberField("occurrence", key.occurrence());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeStringField("inputs", call.inputs().hex());
    writeParts(out, call.parts());
    out.writeStringField("code", call.code().hex());
    out.writeNumberField("began", call.began());
    out.writeStringField("startedAt", call.startedAt().toString());
    out.writeStringField("endedAt", call.endedAt().toString());
    out.writeStringField("codec", call.codec());
    writeList(out, "classes", call.classes());
    writeTexts(out, "metadata", new TreeMap<>(call.metadata()));
    writeList(out, "notes", call.notes());
  }

  private static void writeParts(JsonGenerator out, Map<String, Fingerprint> parts)
      throws IOException {
    out.writeObjectFieldStart("parts");
    for (Map.Entry<String, Fingerprint> part : parts.entrySet()) {
      out.writeStringField(part.getKey(), part.getValue().hex());
    }
    out.writeEndObject();
  }

  private static void writePayload(JsonGenerator out, Entry.StoredPayload payload)
      throws IOException {
    PayloadFacts facts = payload.facts();
    out.writeObjectFieldStart("payload");
    out.writeNumberField("rawBytes", facts.rawBytes());
    out.writeNumberField("storedBytes", facts.storedBytes());
    out.writeStringField("compression", facts.compression());
    out.writeStringField("digest", facts.digest().hex());
    out.writeNumberField("base", 0);
    if (facts.pack().isPresent()) {
      out.writeStringField("pack", facts.pack().get());
      out.writeNumberField("offset", 0);
    } else {
      out.writeBinaryField("inline", payload.inline().toBytes());
    }
    out.writeEndObject();
  }

  private static void writeEnd(JsonGenerator out, Entry.End end) throws IOException {
    writeTexts(out, "totals", new TreeMap<>(end.totals()));
    if (end.result().isPresent()) {
      Entry.Ended result = end.result().get();
      out.writeObjectFieldStart("result");
      out.writeStringField("codec", result.codec());
      writeList(out, "classes", result.classes());
      writePayload(out, result.payload());
      out.writeEndObject();
    }
  }

  private static void writeTexts(JsonGenerator out, String name, Map<String, String> texts)
      throws IOException {
    out.writeObjectFieldStart(name);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      out.writeStringField(text.getKey(), text.getValue());
    }
    out.writeEndObject();
  }

  private static void writeList(JsonGenerator out, String name, List<String> texts)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }
}
