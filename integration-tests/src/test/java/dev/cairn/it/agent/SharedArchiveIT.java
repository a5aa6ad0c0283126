package dev.cairn.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import dev.cairn.it.agent.program.MethodKinds;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Programs whose classes come, loaded already, out of an archive that the JVM made of them. */
@Execution(ExecutionMode.CONCURRENT)
class SharedArchiveIT {
  private static final int CALLS = 20;

  @TempDir Path directory;

  @Test
  void classesFromASharedArchiveAreWoven() throws IOException {
    Path archive = directory.resolve("program.jsa");
    ForkedJvm program = program();
    program.withOption("-XX:ArchiveClassesAtExit=" + archive).run();

    isRestored(program.withOption("-XX:SharedArchiveFile=" + archive));
  }

  /** There a class may be loaded before any agent starts. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void classesFromAnAheadOfTimeCacheAreWoven() throws IOException {
    Path cache = directory.resolve("program.aot");
    ForkedJvm program = program().withOption("--add-modules=java.instrument");
    program.withOption("-XX:AOTCacheOutput=" + cache).run();
    assertThat(cache).isNotEmptyFile();

    isRestored(program.withOption("-XX:AOTCache=" + cache));
  }

  private void isRestored(ForkedJvm program) throws IOException {
    Path log = directory.resolve("classes.log");
    Ended logged = program.withOption("-Xlog:class+load:file=" + log).run();
    assertThat(Files.readAllLines(log))
        .as("%s", logged)
        .anyMatch(line -> line.contains(MethodKinds.class.getName() + " source: shared objects"));

    CrashAndResume.of(program).assertAllRestored(CALLS);
  }

  private ForkedJvm program() throws IOException {
    return ForkedJvm.of(MethodKinds.class)
        .in(directory)
        .withOption("-Xlog:disable")
        .withOnlyClassPath(jar());
  }

  private Path jar() throws IOException {
    Path jar = directory.resolve("program.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Class<?> type : MethodKinds.class.getNestMembers()) {
        String resource = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(resource));
        try (InputStream content = ClassLoader.getSystemResourceAsStream(resource)) {
          content.transferTo(out);
        }
      }
    }
    return jar;
  }
}
