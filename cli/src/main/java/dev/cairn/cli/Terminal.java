package dev.cairn.cli;

import dev.cairn.cli.text.Screen;
import dev.cairn.core.event.Progress;
import dev.cairn.core.event.progress.ProgressLine;
import dev.cairn.core.event.progress.Terminals;
import dev.cairn.core.storage.StoreThreads;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The terminal that this JVM was started in, if it was. */
final class Terminal {
  private Terminal() {}

  static Screen screen() {
    PrintWriter out = new PrintWriter(new StreamWriter(System.out));
    PrintWriter err = new PrintWriter(new StreamWriter(System.err));
    if (!Terminals.isConsole()) {
      return Screen.plain(out, err);
    }
    // picocli knows NO_COLOR and its relatives, and how to ask a terminal for its width
    int width = new UsageMessageSpec().autoWidth(true).width();
    return new Screen(out, err, Ansi.AUTO.enabled(), width);
  }

  /** How far long work is, where somebody sees it. */
  static Progress progress() {
    return Terminals.isStandardError()
        ? ProgressLine.on(System.err, task -> StoreThreads.thread(task, "cairn-progress"))
        : Progress.NONE;
  }

  /** Writes to a stream in the encoding that the stream has. */
  private static final class StreamWriter extends Writer {
    private final PrintStream stream;

    StreamWriter(PrintStream stream) {
      this.stream = stream;
    }

    @Override
    public void write(char[] letters, int offset, int length) {
      stream.print(new String(letters, offset, length));
    }

    @Override
    public void flush() {
      stream.flush();
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
