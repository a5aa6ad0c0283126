package dev.cairn.cli.command;

import dev.cairn.cli.session.Session;
import dev.cairn.cli.text.Json;
import dev.cairn.cli.text.Letters;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** A command that answers people or, with {@code --json}, programs. */
public abstract class AnsweringCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--json", description = "Writes JSON, for programs.")
  private boolean json;

  /** A command in a session. */
  protected AnsweringCommand(Session session) {
    this.session = session;
  }

  /** Writes an answer in the form that is wanted, and returns the exit status. */
  protected final int tell(Answer answer) {
    if (json) {
      Json.print(session.screen().out(), answer.json().get());
    } else {
      answer.page().run();
    }
    return answer.status();
  }

  /** Writes one sentence for people. */
  protected final void say(String sentence) {
    session.screen().out().println(Letters.printable(sentence));
  }

  /** What is around it. */
  protected final Session session() {
    return session;
  }

  /** Whether programs read the answer. */
  protected final boolean json() {
    return json;
  }
}
