package dev.cairn.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.event.CheckpointListener;
import dev.cairn.it.Attempts;
import dev.cairn.it.Compiled;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.runs.program.Steps;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How tools see what Cairn does: the flight recorder, the management bean, listeners. */
@Execution(ExecutionMode.CONCURRENT)
class ObservedIT {
  private static final String LISTENER =
      """
      import dev.cairn.core.event.CairnEvent;
      import dev.cairn.core.event.CheckpointListener;
      import java.lang.management.ManagementFactory;
      import javax.management.JMException;
      import javax.management.ObjectName;

      public final class Watching implements CheckpointListener {
        @Override
        public void on(CairnEvent event) {
          if (event instanceof CairnEvent.RunEnded) {
            System.out.println("watched " + counted("ExecutedCalls") + " " + counted("OpenRuns"));
          }
        }

        private static Object counted(String name) {
          try {
            ObjectName bean = new ObjectName("dev.cairn:type=Cairn");
            return ManagementFactory.getPlatformMBeanServer().getAttribute(bean, name);
          } catch (JMException e) {
            throw new IllegalStateException(e);
          }
        }
      }
      """;

  @TempDir Path directory;

  private ForkedJvm steps() {
    return Attempts.of(Steps.class, directory).underAgent().withArguments("one", 3);
  }

  @Test
  void theFlightRecorderGetsEveryCallAndRun() throws IOException {
    Path recording = directory.resolve("it.jfr");
    steps().withProperty("fail.at", "begin step 3").run();

    Ended resumed = steps().withOption("-XX:StartFlightRecording:filename=" + recording).run();

    assertThat(resumed.out()).as("%s", resumed).endsWith("sum 123\n");
    List<RecordedEvent> events = RecordingFile.readAllEvents(recording);
    assertThat(texts(events, "dev.cairn.Call", "outcome"))
        .containsExactly("restored", "restored", "executed");
    assertThat(texts(events, "dev.cairn.Run", "what")).containsExactly("resumed", "complete");
  }

  private static List<String> texts(List<RecordedEvent> events, String type, String field) {
    return events.stream()
        .filter(event -> event.getEventType().getName().equals(type))
        .map(event -> event.getString(field))
        .toList();
  }

  @Test
  void aListenerOfTheUserSeesTheCountersOfTheManagementBean() throws IOException {
    Ended ended =
        steps().withProperty("cairn.extensions", listener()).withProperty("cairn.jmx", true).run();

    assertThat(ended.out()).as("%s", ended).isEqualTo("watched 3 1\nsum 123\n");
    assertThat(ended.err()).doesNotContain("warning");
  }

  @Test
  void aListenerThatFailsIsReportedOnce() throws IOException {
    Ended ended = steps().withProperty("cairn.extensions", listener()).run();

    assertThat(ended.out()).isEqualTo("sum 123\n");
    assertThat(ended.err()).containsOnlyOnce("listener Watching failed and is ignored");
  }

  @Test
  void anExtensionWithoutListenersStopsTheProgramBeforeItBegins() throws IOException {
    Path empty = jar("empty.jar");

    Ended ended = steps().withProperty("cairn.extensions", empty).run();

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("Cannot take listeners from " + empty).contains("META-INF");
  }

  @Test
  void anExtensionThatIsNotThereStopsTheProgramBeforeItBegins() {
    Ended ended = steps().withProperty("cairn.extensions", directory.resolve("none.jar")).run();

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("none.jar").contains("no file that can be read");
  }

  private Path listener() throws IOException {
    Compiled.extension(directory.resolve("classes"), LISTENER);
    return jar("watching.jar", "Watching.class");
  }

  private Path jar(String name, String... classes) throws IOException {
    Path jar = directory.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (String one : classes) {
        out.putNextEntry(new JarEntry(one));
        out.write(Files.readAllBytes(directory.resolve("classes").resolve(one)));
        out.putNextEntry(new JarEntry("META-INF/services/" + CheckpointListener.class.getName()));
        out.write(one.replace(".class", "").getBytes(StandardCharsets.UTF_8));
      }
      out.putNextEntry(new JarEntry("read.me"));
    }
    return jar;
  }
}
