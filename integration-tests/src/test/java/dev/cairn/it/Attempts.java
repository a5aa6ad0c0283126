package dev.cairn.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.ForkedJvm.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One program, started again and again on one store. It prints how its heap stands after each call,
 * and keeps a diary of what it does.
 *
 * @param program what is started
 * @param directory where it works, and where its store and diary lie
 */
public record Attempts(ForkedJvm program, Path directory) {

  public static Attempts of(Class<?> mainClass, Path directory) {
    ForkedJvm program =
        ForkedJvm.of(mainClass).in(directory).withProperty("diary", directory.resolve("diary.txt"));
    return new Attempts(program, directory);
  }

  public Attempts withProperty(String key, Object value) {
    return new Attempts(program.withProperty(key, value), directory);
  }

  /** As it is without Cairn. */
  public Ended withoutAgent() {
    return program.run();
  }

  /** Under the agent, until it ends. */
  public Ended run() {
    return underAgent().run();
  }

  public ForkedJvm underAgent() {
    return program.withAgent("store=" + store());
  }

  /** Under the agent, until it has noted this: the JVM then stops as {@code kill -9} does. */
  public Ended haltedAt(String note) {
    Ended halted = underAgent().withProperty("halt.at", note).run();
    assertThat(halted.status()).as("halted at %s: %s", note, halted).isEqualTo(137);
    return halted;
  }

  /** Under the agent, until it has noted this: it then throws. */
  public Ended failingAt(String note) {
    Ended failed = underAgent().withProperty("fail.at", note).run();
    assertThat(failed.status()).as("failing at %s: %s", note, failed).isEqualTo(1);
    return failed;
  }

  public Path store() {
    return directory.resolve("store");
  }

  /** What all attempts have noted, in order. */
  public List<String> diary() {
    try {
      Path diary = directory.resolve("diary.txt");
      return Files.exists(diary) ? Files.readAllLines(diary) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stages whose bodies began again although they had been finished before. */
  public Set<String> repeated() {
    Set<String> finished = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    for (String note : diary()) {
      if (note.startsWith("returned ")) {
        finished.add(note.substring("returned ".length()));
      } else if (note.startsWith("begin ") && finished.contains(note.substring(6))) {
        repeated.add(note.substring(6));
      }
    }
    return repeated;
  }

  /** What one attempt after another is compared with: the same program without Cairn. */
  public record Reference(String out, List<String> notes) {

    public static Reference of(Attempts attempts) {
      Ended ended = attempts.withoutAgent();
      assertThat(ended.status()).as("%s", ended).isZero();
      assertThat(ended.err()).isEmpty();
      return new Reference(ended.out(), attempts.diary());
    }

    /** An attempt that did not come to its end printed nothing else until then. */
    public void isBegunBy(Ended attempt) {
      assertThat(out).as("%s", attempt).startsWith(attempt.out());
    }

    /** The last attempt printed the same, and nothing that was finished was done again. */
    public void isReachedBy(Attempts attempts, Ended last) {
      isRepeatedBy(last);
      assertThat(attempts.repeated()).as("done twice: %s", last).isEmpty();
    }

    /** A run of its own printed the same. */
    public void isRepeatedBy(Ended last) {
      assertThat(last.status()).as("%s", last).isZero();
      assertThat(last.out()).as("%s", last).isEqualTo(out);
      assertThat(last.foreignLines()).isEmpty();
      assertThat(last.err()).doesNotContain("[cairn] unprotected").doesNotContain("warning");
    }
  }
}
