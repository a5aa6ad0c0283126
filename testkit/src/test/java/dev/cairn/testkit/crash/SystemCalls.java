package dev.cairn.testkit.crash;

import dev.cairn.testkit.disk.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Effects on files as texts: those that were recorded, and those that strace saw. */
final class SystemCalls {
  /** What strace is to look at. */
  static final String TRACED =
      "trace=openat,write,pwrite64,fsync,fdatasync,link,linkat,unlink,unlinkat,"
          + "rename,renameat,renameat2,mkdir,mkdirat,ftruncate";

  private static final Pattern OPENED =
      Pattern.compile("openat\\(.*\"([^\"]*)\", [A-Z_|]*O_CREAT.*\\) *= [0-9].*");
  private static final Pattern WRITTEN =
      Pattern.compile("p?write(?:64)?\\([0-9]+<([^>]*)>.*\\) *= ([0-9]+)");
  private static final Pattern SYNCED = Pattern.compile("fsync\\([0-9]+<([^>]*)>\\) *= 0");
  private static final Pattern NAMED =
      Pattern.compile("([a-z]+?)(?:at2?)?\\(.*\"([^\"]*)\".*\\) *= 0");
  private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. [a-z0-9_]+ resumed>(.*)");
  private static final String UNFINISHED = " <unfinished ...>";
  private static final Pattern DRAFT = Pattern.compile("cairn-[-0-9a-f]*\\.tmp");

  private final Path root;

  /** Below a folder; of others nothing is told. */
  SystemCalls(Path root) {
    this.root = root;
  }

  /** What strace wrote into a file, in order. */
  List<String> traced(Path trace) throws IOException {
    return whole(Files.readAllLines(trace)).stream()
        .map(this::told)
        .flatMap(Optional::stream)
        .toList();
  }

  // A call that another thread's came in between of stands in two lines.
  private static List<String> whole(List<String> lines) {
    Map<String, Integer> unfinished = new HashMap<>();
    List<String> calls = new ArrayList<>();
    for (String line : lines) {
      String thread = line.substring(0, line.indexOf(' '));
      String call = line.substring(thread.length()).strip();
      Matcher resumed = RESUMED.matcher(call);
      if (resumed.matches()) {
        int begun = Objects.requireNonNull(unfinished.remove(thread));
        calls.set(begun, calls.get(begun) + resumed.group(1));
      } else if (call.endsWith(UNFINISHED)) {
        unfinished.put(thread, calls.size());
        calls.add(call.substring(0, call.length() - UNFINISHED.length()));
      } else {
        calls.add(call);
      }
    }
    return calls;
  }

  private Optional<String> told(String line) {
    return matched(OPENED, line)
        .map(call -> told("create", call.group(1)))
        .or(() -> matched(WRITTEN, line).map(this::written))
        .or(() -> matched(SYNCED, line).map(call -> told("fsync", call.group(1))))
        .or(() -> matched(NAMED, line).map(call -> told(call.group(1), call.group(2))))
        .filter(told -> !told.isEmpty());
  }

  private static Optional<Matcher> matched(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }

  private String written(Matcher call) {
    String told = told("write", call.group(1));
    return told.isEmpty() ? told : told + " " + call.group(2);
  }

  private String told(String what, String path) {
    boolean inside = path.equals(root.toString()) || path.startsWith(root + "/");
    return inside ? what + " " + plain(path.substring(root.toString().length())) : "";
  }

  private static String plain(String path) {
    return path.startsWith("/") ? DRAFT.matcher(path).replaceAll("draft") : "/" + path;
  }

  /** A recorded effect, in the same words. */
  static String recorded(Effect effect) {
    String path = plain(effect.path());
    if (effect instanceof Effect.Create) {
      return "create " + path;
    } else if (effect instanceof Effect.Write write) {
      return "write " + path + " " + write.bytes().sizeBytes();
    } else if (effect instanceof Effect.Link) {
      return "link " + path;
    } else if (effect instanceof Effect.Rename) {
      return "rename " + path;
    } else if (effect instanceof Effect.Remove) {
      return "unlink " + path;
    } else if (effect instanceof Effect.MakeFolder) {
      return "mkdir " + path;
    }
    return "fsync " + path;
  }
}
