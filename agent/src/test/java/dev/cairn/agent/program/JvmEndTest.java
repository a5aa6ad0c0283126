package dev.cairn.agent.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.agent.weave.WovenMethod.Jvm;
import dev.cairn.core.engine.program.Program.End;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JvmEndTest {
  private final Thread main = new Thread("main");
  private final Thread other = new Thread("other");
  private final List<End> ends = new ArrayList<>();
  private final JvmEnd end = new JvmEnd(main, () -> {});

  @BeforeEach
  void watch() {
    end.watch(ends::add);
  }

  @Test
  void anExitStatusOfZeroIsAGoodEnd() {
    end.observe(Jvm.EXIT, null, new Object[] {0});

    assertThat(ends).containsExactly(new End(true, "exit status 0"));
  }

  @Test
  void anotherExitStatusIsNone() {
    end.observe(Jvm.EXIT, null, new Object[] {143});

    assertThat(ends).containsExactly(new End(false, "exit status 143"));
  }

  @Test
  void theEndOfTheLastThreadIsAGoodEndAfterMainReturned() {
    end.observe(Jvm.UNCAUGHT, other, new Object[] {new IllegalStateException()});
    end.observe(Jvm.LAST_THREAD_ENDED, null, new Object[0]);

    assertThat(ends).containsExactly(new End(true, "main returned"));
  }

  @Test
  void afterAnExceptionInMainNoEndIsGood() {
    end.observe(Jvm.UNCAUGHT, main, new Object[] {new IllegalStateException()});
    end.observe(Jvm.EXIT, null, new Object[] {0});

    assertThat(ends).containsExactly(new End(false, "an exception in main"));
  }

  @Test
  void theFirstEndCounts() {
    end.observe(Jvm.EXIT, null, new Object[] {3});
    end.observe(Jvm.EXIT, null, new Object[] {0});

    assertThat(ends).hasSize(1);
  }
}
