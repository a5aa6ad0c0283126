package dev.cairn.core.log.index;

import dev.cairn.core.log.entry.Entry;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.PayloadFacts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Commits without the bytes of their payloads: most of what a listing looks at. */
final class CommitForm {
  private CommitForm() {}

  static void write(Entry.Commit commit, IndexOutput out) {
    CallFacts call = commit.call();
    out.each(call.path().keys(), key -> write(key, out));
    out.text(call.inputs().hex())
        .each(call.parts().entrySet(), part -> out.text(part.getKey()).text(part.getValue().hex()))
        .text(call.code().hex())
        .texts(call.methods())
        .text(call.reason())
        .number(call.began())
        .instant(call.startedAt())
        .instant(call.endedAt())
        .text(call.codec())
        .each(call.classes(), out::text)
        .texts(call.metadata())
        .each(call.notes(), out::text);
    write(commit.payload().facts(), out);
  }

  private static void write(CallKey key, IndexOutput out) {
    out.text(key.stage()).text(key.discriminator()).number(key.occurrence());
  }

  private static void write(PayloadFacts facts, IndexOutput out) {
    out.number(facts.rawBytes())
        .number(facts.storedBytes())
        .text(facts.compression())
        .text(facts.digest().hex())
        .text(facts.pack().orElse(""))
        .number(facts.base());
  }

  static Entry.Commit read(IndexInput in) {
    CallFacts call =
        new CallFacts(
            new CallPath(in.each(() -> new CallKey(in.text(), in.text(), in.count()))),
            print(in),
            prints(in),
            print(in),
            in.texts(),
            in.text(),
            in.number(),
            in.instant(),
            in.instant(),
            in.text(),
            in.each(in::text),
            in.texts(),
            in.each(in::text));
    return new Entry.Commit(call, Entry.StoredPayload.inPack(facts(in)));
  }

  private static Fingerprint print(IndexInput in) {
    return new Fingerprint(in.text());
  }

  private static Map<String, Fingerprint> prints(IndexInput in) {
    Map<String, Fingerprint> prints = new LinkedHashMap<>();
    in.texts().forEach((name, hex) -> prints.put(name, new Fingerprint(hex)));
    return prints;
  }

  private static PayloadFacts facts(IndexInput in) {
    return new PayloadFacts(
        in.number(),
        in.number(),
        in.text(),
        print(in),
        Optional.of(in.text()).filter(pack -> !pack.isEmpty()),
        in.number());
  }
}
