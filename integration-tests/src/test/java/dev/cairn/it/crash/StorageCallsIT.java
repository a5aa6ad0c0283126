package dev.cairn.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.Attempts;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.crash.program.HandMade;
import dev.cairn.testkit.HaltingStorage;
import dev.cairn.testkit.HaltingStorage.Moment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JVM is halted before and after every call that Cairn makes to its storage. */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class StorageCallsIT {
  private static final Pattern CALLS = Pattern.compile("storage calls: ([0-9]+)");

  /** A store that was used before: making a new one takes many calls, the same ones every time. */
  private Path used;

  private Ended uninterrupted;
  private int calls;

  @BeforeAll
  void runUninterrupted(@TempDir Path directory) {
    used = directory;
    program(directory, "winter", 0, Moment.BEFORE).run();
    uninterrupted = program(directory, "spring", 0, Moment.BEFORE).run();
    Matcher matcher = CALLS.matcher(uninterrupted.err());
    assertThat(matcher.find()).as("%s", uninterrupted).isTrue();
    calls = Integer.parseInt(matcher.group(1));
    assertThat(uninterrupted.err()).contains("complete: 3 executed, 0 restored, 0 unprotected");
  }

  /** The key of the store, if it has one. */
  List<String> key() {
    return List.of();
  }

  private ForkedJvm program(Path directory, String season, int haltingCall, Moment moment) {
    List<Object> arguments =
        new ArrayList<>(List.of(directory.resolve("store"), season, haltingCall, moment));
    arguments.addAll(key());
    return Attempts.of(HandMade.class, directory)
        .program()
        .withClassPathOfTheTest()
        .withOption("--add-opens=java.base/java.lang.invoke=ALL-UNNAMED")
        .withArguments(arguments.toArray());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("halts")
  void theSameCommandFinishesWhatACrashCutOff(Halt halt, @TempDir Path directory)
      throws IOException {
    StoreFiles.copy(used.resolve("store"), directory.resolve("store"));

    Ended halted = program(directory, "summer", halt.call(), halt.moment()).run();
    Ended resumed = program(directory, "summer", 0, Moment.BEFORE).run();

    assertThat(halted.status()).as("%s", halted).isEqualTo(HaltingStorage.EXIT_STATUS);
    assertThat(resumed.out()).as("%s", resumed).isEqualTo(uninterrupted.out());
    assertThat(resumed.err()).doesNotContain("warning").doesNotContain("[cairn] unprotected");
    assertThat(Attempts.of(HandMade.class, directory).repeated()).isEmpty();
  }

  Stream<Halt> halts() {
    List<Halt> all =
        IntStream.rangeClosed(1, calls)
            .boxed()
            .flatMap(call -> Stream.of(Moment.values()).map(moment -> new Halt(call, moment)))
            .toList();
    return Spread.of(all).stream();
  }

  /** Where the JVM is halted. */
  record Halt(int call, Moment moment) {
    @Override
    public String toString() {
      return moment + " storage call " + call;
    }
  }
}
