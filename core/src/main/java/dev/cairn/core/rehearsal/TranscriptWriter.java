package dev.cairn.core.rehearsal;

import dev.cairn.core.event.CairnEvent;
import dev.cairn.core.event.CairnEvent.CallDue;
import dev.cairn.core.event.CairnEvent.CallSeen;
import dev.cairn.core.event.CairnEvent.CallUnprotected;
import dev.cairn.core.event.CairnEvent.EndSeen;
import dev.cairn.core.event.CairnEvent.RunOpened;
import dev.cairn.core.event.CheckpointListener;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes down what a JVM in a rehearsal sees, and halts it where that was asked for. The lines are
 * read by {@link Transcript} of the same version, and by nobody else. Thread-safe.
 */
public final class TranscriptWriter implements CheckpointListener {
  static final String RUN = "run";
  static final String CALL = "call";
  static final String DUE = "due";
  static final String DIFFERS = "differs";
  static final String BEFORE = "before";
  static final String AFTER = "after";
  static final String UNPROTECTED = "unprotected";
  static final String END = "end";
  static final String HALT = "halt";

  private final Consumer<String> lines;
  private final HaltPoint halts;
  private final Runnable halt;

  /**
   * A writer.
   *
   * @param lines gets one or several lines at a time; what it was given must survive a halt
   * @param halts where to halt
   * @param halt halts the JVM
   */
  public TranscriptWriter(Consumer<String> lines, HaltPoint halts, Runnable halt) {
    this.lines = lines;
    this.halts = halts;
    this.halt = halt;
  }

  @Override
  public synchronized void on(CairnEvent event) {
    write(event);
    if (halts.isAt(event)) {
      write(List.of(line(HALT)));
      halt.run();
    }
  }

  private void write(CairnEvent event) {
    if (event instanceof RunOpened opened) {
      RunId run = opened.run();
      write(
          List.of(
              line(
                  RUN,
                  run.toString(),
                  run.pipeline(),
                  run.keyDigest(),
                  opened.keyText(),
                  opened.store())));
    } else if (event instanceof CallSeen call) {
      write(call(call));
    } else if (event instanceof CallDue call) {
      write(due(call));
    } else if (event instanceof CallUnprotected call) {
      write(List.of(line(UNPROTECTED, call.stage(), call.reason())));
    } else if (event instanceof EndSeen end) {
      List<String> all = new ArrayList<>(List.of(line(END, end.run().toString())));
      addParts(all, AFTER, end.after());
      write(all);
    }
  }

  private static List<String> call(CallSeen call) {
    List<String> all = new ArrayList<>();
    all.add(line(call.path(), CALL, call.run().toString(), call.how().name(), call.reason()));
    addParts(all, BEFORE, call.before());
    addParts(all, AFTER, call.after());
    return all;
  }

  private static List<String> due(CallDue call) {
    List<String> all = new ArrayList<>();
    all.add(line(call.path(), DUE, call.run().toString(), call.reason(), voids(call)));
    call.differences()
        .forEach(found -> all.add(line(DIFFERS, found.path(), found.recorded(), found.now())));
    return all;
  }

  private static String voids(CallDue call) {
    return call.voids().isPresent() ? Long.toString(call.voids().getAsLong()) : "";
  }

  private static void addParts(List<String> all, String when, Map<String, Fingerprint> parts) {
    parts.forEach((name, fingerprint) -> all.add(line(when, name, fingerprint.hex())));
  }

  private void write(List<String> all) {
    lines.accept(String.join("\n", all) + "\n");
  }

  private static String line(CallPath path, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    for (CallKey key : path.keys()) {
      all.addAll(List.of(key.stage(), key.discriminator(), Integer.toString(key.occurrence())));
    }
    return line(all.toArray(new String[0]));
  }

  private static String line(String... words) {
    List<String> escaped = new ArrayList<>();
    for (String word : words) {
      escaped.add(word.replace("\\", "\\\\").replace("\t", "\\t").replaceAll("\\R", "\\\\n"));
    }
    return String.join("\t", escaped);
  }
}
