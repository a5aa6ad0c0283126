package dev.cairn.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.agent.runtime.TestBridge;
import dev.cairn.agent.weave.Corpus.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever compiler wrote a method, the JVM takes it woven. */
class WeaveCorpusTest {
  private static final int SAMPLE = 60;

  @BeforeAll
  static void defineTheBridge() {
    TestBridge.get().bypass();
  }

  @Test
  void everyMethodOfASampleIsWovenAndVerified() throws IOException {
    Outcome outcome = libraries().oneIn(SAMPLE).weave(UnaryOperator.identity());

    System.out.println("woven of a sample: " + outcome);
    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.classes()).isGreaterThan(300);
    assertThat(outcome.methods()).isGreaterThan(2_000);
  }

  @Test
  @Tag("nightly")
  void everyMethodOfWellKnownLibrariesIsWovenAndVerified() throws IOException {
    Outcome outcome = libraries().weave(UnaryOperator.identity());

    System.out.println("woven of all: " + outcome);
    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.classes()).isGreaterThan(15_000);
    assertThat(outcome.methods()).isGreaterThan(300_000);
  }

  /** Woven code without its stack maps. */
  @Test
  void aClassThatTheJvmRefusesIsSeen() throws IOException {
    Outcome outcome = libraries().oneIn(10 * SAMPLE).weave(WeaveCorpusTest::withoutFrames);

    assertThat(outcome.failures()).isNotEmpty().allMatch(line -> line.contains("VerifyError"));
  }

  private static byte[] withoutFrames(byte[] woven) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(woven).accept(writer, ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  private static Corpus libraries() throws IOException {
    return Corpus.of(Path.of("target", "corpus"));
  }
}
