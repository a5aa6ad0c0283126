package dev.cairn.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Checkpointed;
import dev.cairn.agent.mark.MarkedMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BuildWeaverTest {
  private final List<String> told = new ArrayList<>();

  @SuppressWarnings("unused") // woven, never called
  abstract static class Half {
    @Checkpointed
    abstract void without();

    @Checkpointed
    void with() {}
  }

  private byte[] woven(byte[] classFile) {
    Consumer<String> teller = told::add;
    byte[] woven =
        new BuildWeaver()
            .apply(new Object[] {classFile, BuildWeaverTest.class.getClassLoader(), teller});
    return woven == null ? classFile : woven;
  }

  @Test
  void saysWhatCannotBeProtected() {
    woven(ClassFiles.of(Half.class));

    assertThat(told)
        .singleElement()
        .asString()
        .startsWith(Half.class.getName() + "#without is NOT protected: the method has no body");
  }

  @Test
  void marksWhatItHasWoven() {
    byte[] woven = woven(ClassFiles.of(Half.class));

    assertThat(StageReader.read(woven))
        .filteredOn(MarkedMethod::built)
        .extracting(method -> method.id().methodName())
        .containsExactly("with");
  }

  @Test
  void leavesAloneWhatIsWoven() {
    byte[] woven = woven(ClassFiles.of(Half.class));

    assertThat(woven(woven)).isSameAs(woven);
  }
}
