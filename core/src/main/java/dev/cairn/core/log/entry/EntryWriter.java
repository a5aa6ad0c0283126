package dev.cairn.core.log.entry;

import dev.cairn.core.log.owner.Owner;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.OpenFacts;
import dev.cairn.core.model.PayloadFacts;
import java.util.TreeMap;

/** Entries as lines of JSON. The order of fields is fixed; maps without an order are sorted. */
public final class EntryWriter {
  /** The version of everything that is written here. */
  public static final int FORMAT = 1;

  /** How a delta is written; another way would have another name. */
  static final String DELTA = "copy-insert/1";

  private EntryWriter() {}

  /** The line of an entry. */
  public static HashedLine line(Entry entry) {
    return JsonText.line(
        json -> {
          writeHead(json, entry.head(), kind(entry.body()));
          writeBody(json, entry.body());
        });
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
    } else if (body instanceof Entry.Undone) {
      return "UNDO";
    } else if (body instanceof Entry.Forgotten) {
      return "FORGET";
    } else if (body instanceof Entry.Tomb) {
      return "TOMB";
    } else if (body instanceof Entry.Amended amended) {
      return amended.kind().name();
    }
    throw new IllegalArgumentException("no attempt writes " + body);
  }

  private static void writeHead(JsonText json, Entry.Head head, String kind) {
    json.number("format", FORMAT)
        .text("kind", kind)
        .text("runId", EntryReader.runId(head.run()))
        .number("seq", head.seq())
        .text("entryId", head.entryId())
        .number("epoch", head.epoch())
        .number("after", head.link().after())
        .text("prev", head.link().prev())
        .text("opening", head.link().opening())
        .text("at", head.at().toString());
  }

  private static void writeBody(JsonText json, Entry.Body body) {
    if (body instanceof Entry.Open open) {
      writeOpen(json, open.facts());
      writeOwner(json, open.owner());
      json.number("silenceMillis", open.silence().toMillis());
    } else if (body instanceof Entry.Claimed claimed) {
      writeOwner(json, claimed.owner());
      json.number("silenceMillis", claimed.silence().toMillis());
    } else if (body instanceof Entry.Commit commit) {
      writeCall(json, commit.call());
      writePayload(json, commit.payload());
    } else if (body instanceof Entry.End end) {
      writeEnd(json, end);
    } else if (body instanceof Entry.Undone undone) {
      json.numbers("entries", undone.entries()).number("voids", undone.voids().orElse(0));
    } else if (body instanceof Entry.Forgotten forgotten) {
      json.numbers("entries", forgotten.entries());
    } else if (body instanceof Entry.Amended amended) {
      json.text("stage", amended.stage()).text("detail", amended.detail());
    }
  }

  private static void writeOpen(JsonText json, OpenFacts facts) {
    json.text("key", facts.key())
        .text("parameters", facts.parameters().hex())
        .text("application", facts.application())
        .texts("code", new TreeMap<>(facts.code()));
  }

  static void writeOwner(JsonText json, Owner owner) {
    json.object(
        "owner",
        fields ->
            fields
                .text("host", owner.host())
                .text("hostId", owner.hostId())
                .text("bootId", owner.bootId())
                .text("pidNamespace", owner.pidNamespace())
                .text("user", owner.user())
                .number("pid", owner.pid())
                .text("started", owner.started())
                .text("instance", owner.instance()));
  }

  static void writeCall(JsonText json, CallFacts call) {
    json.objects("call", call.path().keys(), EntryWriter::writeKey)
        .text("inputs", call.inputs().hex())
        .object(
            "parts", parts -> call.parts().forEach((name, print) -> parts.text(name, print.hex())))
        .text("code", call.code().hex());
    if (!call.methods().isEmpty()) {
      json.texts("methods", new TreeMap<>(call.methods()));
    }
    json.text("reason", call.reason())
        .number("began", call.began())
        .text("startedAt", call.startedAt().toString())
        .text("endedAt", call.endedAt().toString())
        .text("codec", call.codec())
        .list("classes", call.classes())
        .texts("metadata", new TreeMap<>(call.metadata()))
        .list("notes", call.notes());
  }

  private static void writeKey(JsonText json, CallKey key) {
    json.text("stage", key.stage())
        .text("key", key.discriminator())
        .number("occurrence", key.occurrence());
  }

  private static void writePayload(JsonText json, Entry.StoredPayload payload) {
    json.object("payload", fields -> writePayloadFields(fields, payload));
  }

  private static void writePayloadFields(JsonText json, Entry.StoredPayload payload) {
    PayloadFacts facts = payload.facts();
    json.number("rawBytes", facts.rawBytes())
        .number("storedBytes", facts.storedBytes())
        .text("compression", facts.compression())
        .text("digest", facts.digest().hex())
        .number("base", facts.base());
    if (facts.isDelta()) {
      json.text("delta", DELTA);
    }
    if (facts.pack().isPresent()) {
      json.text("pack", facts.pack().get()).number("offset", 0);
    } else {
      json.bytes("inline", payload.inline());
    }
  }

  private static void writeEnd(JsonText json, Entry.End end) {
    json.texts("totals", new TreeMap<>(end.said().totals()));
    if (!end.said().notes().isEmpty()) {
      json.list("notes", end.said().notes());
    }
    end.result().ifPresent(result -> json.object("result", fields -> writeResult(fields, result)));
  }

  private static void writeResult(JsonText json, Entry.Ended result) {
    json.text("codec", result.codec()).list("classes", result.classes());
    writePayload(json, result.payload());
  }
}
