package dev.cairn.core.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.core.event.CairnEvent.CallDue;
import dev.cairn.core.event.CairnEvent.CallDue.Differing;
import dev.cairn.core.event.CairnEvent.CallSeen;
import dev.cairn.core.event.CairnEvent.CallSeen.How;
import dev.cairn.core.event.CairnEvent.EndSeen;
import dev.cairn.core.event.CairnEvent.RunOpened;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** One start of a made-up program, told event by event, as a transcript writer sees it. */
final class Play {
  private final StringBuilder text = new StringBuilder();
  private final AtomicInteger halts = new AtomicInteger();
  private final TranscriptWriter writer;
  private RunId run = new RunId("nightly", "0".repeat(32), 1);

  Play(HaltPoint halt) {
    writer = new TranscriptWriter(text::append, halt, halts::incrementAndGet);
  }

  static Play uninterrupted() {
    return new Play(HaltPoint.NEVER).open("a", 1);
  }

  Play open(String key, int generation) {
    run = new RunId("nightly", key.repeat(32), generation);
    writer.on(new RunOpened(run, "key " + key, Instant.EPOCH, 0, generation > 1, "store", ""));
    return this;
  }

  /** Parts are given as {@code name=content}, those after the call behind {@code ->}. */
  Play call(How how, String stage, String... parts) {
    return call(how, "reason", CallPath.ROOT, stage, parts);
  }

  Play call(How how, String reason, CallPath parent, String stage, String... parts) {
    List<String> all = Arrays.asList(parts);
    int arrow = all.indexOf("->");
    Map<String, Fingerprint> before = fingerprints(all.subList(0, arrow));
    Map<String, Fingerprint> after = fingerprints(all.subList(arrow + 1, all.size()));
    CallPath path = parent.child(new CallKey(stage, "f:" + before.hashCode(), 0));
    writer.on(new CallSeen(run, path, how, reason, before, after));
    return this;
  }

  CallDue due(String stage, Differing... differences) {
    CallPath path = CallPath.ROOT.child(new CallKey(stage, "f:1", 0));
    CallDue due = new CallDue(run, path, "inputs differ", OptionalLong.of(3), List.of(differences));
    writer.on(due);
    return due;
  }

  Play end(String... parts) {
    writer.on(new EndSeen(run, fingerprints(Arrays.asList(parts))));
    return this;
  }

  private static Map<String, Fingerprint> fingerprints(List<String> parts) {
    Map<String, Fingerprint> fingerprints = new LinkedHashMap<>();
    for (String part : parts) {
      int equals = part.indexOf('=');
      byte[] content = Arrays.copyOf(part.substring(equals).getBytes(UTF_8), 32);
      fingerprints.put(part.substring(0, equals), Fingerprint.of(content));
    }
    return fingerprints;
  }

  int halts() {
    return halts.get();
  }

  String text() {
    return text.toString();
  }

  TranscriptWriter writer() {
    return writer;
  }

  Trial trial(String... out) {
    return trial(0, out);
  }

  Trial trial(int status, String... out) {
    return new Trial(Transcript.parse(text()), status, List.of(out), Duration.ofSeconds(1));
  }
}
