package dev.cairn.core.engine.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.engine.BrokenRules;
import dev.cairn.core.engine.programs.Cases.Case;
import dev.cairn.core.engine.programs.language.Known;
import dev.cairn.core.engine.programs.language.Program;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The random programs notice what they are there for. */
@Tag("once")
class SabotagedProgramsTest {
  private static final long PROGRAMS = 10_000;
  private static final long FEW = 20;
  private static final int MOMENTS = 60;

  static Stream<Named<Engines>> sabotages() {
    return Stream.of(
        Named.of("ignores the parent", BrokenRules::ignoringParents),
        Named.of("ignores occurrences", BrokenRules::ignoringOccurrences),
        Named.of("matches by position", BrokenRules::matchingByPosition),
        Named.of("overlooks overlaps", BrokenRules::overlookingOverlaps),
        Named.of("ignores changed code", BrokenRules::ignoringCode),
        Named.of("keeps void records", BrokenRules::keepingVoidRecords),
        Named.of("trusts keys", BrokenRules::trustingKeys));
  }

  @ParameterizedTest
  @MethodSource("sabotages")
  void aBrokenRuleIsFoundOut(Engines engines) {
    Trial trial = new Trial(engines);

    OptionalLong found =
        LongStream.range(0, PROGRAMS).filter(seed -> isWrong(trial, seed)).findFirst();

    assertThat(found).isPresent();
    assertThat(LongStream.range(0, FEW)).as("programs").anyMatch(seed -> !isWrong(trial, seed));
  }

  /** Chance meets these too seldom. */
  @Test
  void aVoidRecordThatCountsIsFoundOut() {
    Trial sound = new Trial(Engines.SOUND);
    Trial broken = new Trial(BrokenRules::keepingVoidRecords);
    Program program = Known.fetchingWhatWasPublished();

    assertThat(IntStream.range(1, MOMENTS).mapToObj(moment -> Schedule.changing(0, moment)))
        .anyMatch(schedule -> isFoundOut(program, schedule, sound, broken));
  }

  @Test
  void aRecordBehindAStageThatIsNewToItsCallerIsFoundOut() {
    Trial sound = new Trial(Engines.SOUND);
    Trial broken = new Trial(BrokenRules::overlookingChangedCallers);
    Program program = Known.publishingInNewCode();

    assertThat(IntStream.range(1, MOMENTS).mapToObj(moment -> Schedule.changing(2, moment)))
        .anyMatch(schedule -> isFoundOut(program, schedule, sound, broken));
  }

  @Test
  void aRecordOfAnUndoneTryThatCountsIsFoundOut() {
    Trial sound = new Trial(Engines.SOUND);
    Trial broken = new Trial(BrokenRules::keepingUndoneRecords);
    Program program = Known.publishingTwice();

    assertThat(IntStream.range(1, MOMENTS).mapToObj(moment -> Schedule.crashAt(0, moment)))
        .anyMatch(schedule -> isFoundOut(program, schedule, sound, broken))
        .allSatisfy(schedule -> assertThat(sound.run(program, schedule).fault()).isEmpty());
  }

  private static boolean isFoundOut(Program program, Schedule schedule, Trial sound, Trial broken) {
    return broken.run(program, schedule).fault().isPresent()
        && sound.run(program, schedule).fault().isEmpty();
  }

  private static boolean isWrong(Trial trial, long seed) {
    Case given = Cases.random(seed);
    return trial.run(given.program(), given.schedule()).fault().isPresent();
  }
}
