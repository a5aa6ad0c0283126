package dev.cairn.cli;

import dev.cairn.cli.text.Screen;
import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The terminal that this JVM was started in, if it was. */
final class Terminal {
  private Terminal() {}

  static Screen screen() {
    PrintWriter out = new PrintWriter(new StreamWriter(System.out));
    PrintWriter err = new PrintWriter(new StreamWriter(System.err));
    if (!isTerminal(System.console())) {
      return Screen.plain(out, err);
    }
    // picocli knows NO_COLOR and its relatives, and how to ask a terminal for its width
    int width = new UsageMessageSpec().autoWidth(true).width();
    return new Screen(out, err, Ansi.AUTO.enabled(), width);
  }

  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      // since Java 22 there may be a console without a terminal
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
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
