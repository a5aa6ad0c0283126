package dev.cairn.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentArgumentsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "run.key=a ¦ a",
        "run.key= a b  ¦ a b",
        "run.key='a,b' ¦ a,b",
        "run.key=\"a,'b'\" ¦ a,'b'",
        "run.key='it''s' ¦ it's",
        "run.key='' ¦ ``",
        "run.key=a=b ¦ a=b",
        "run.key=C:\\data\\x ¦ C:\\data\\x",
        "run.key = 'a' ¦ a",
        "cairn.run.key=a ¦ a"
      })
  void aValueIsWhatWasMeant(String arguments, String value) {
    Problems problems = new Problems();

    List<Given> given = AgentArguments.read(arguments, problems);

    problems.throwIfAny();
    assertThat(given).containsExactly(new Given("cairn.run.key", value, Origin.AGENT_ARGUMENT));
  }

  @Test
  void argumentsStandBetweenCommas() {
    Problems problems = new Problems();

    List<Given> given = AgentArguments.read(",log=off, , stages='a#b,c#d' ,fresh=true,", problems);

    problems.throwIfAny();
    assertThat(given)
        .extracting(Given::key, Given::text)
        .containsExactly(
            tuple("cairn.log", "off"),
            tuple("cairn.stages", "a#b,c#d"),
            tuple("cairn.fresh", "true"));
  }
}
