package dev.cairn.it.agent;

import dev.cairn.it.ForkedJvm;
import dev.cairn.it.agent.program.EarlyAgent;
import dev.cairn.it.agent.program.InStrictLoader;
import dev.cairn.it.agent.program.MethodKinds;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of method is restored after a crash, wherever its class comes from. */
class MethodKindsIT {
  /** Sixteen kinds alone, and one that calls itself; only its outermost call is consulted. */
  private static final int CALLS = 20;

  @TempDir Path directory;

  @Test
  void inThePlainestProgram() {
    CrashAndResume.of(program(MethodKinds.class)).assertAllRestored(CALLS);
  }

  @Test
  void inALoaderThatDelegatesNothingButTheJdk() {
    CrashAndResume.of(program(InStrictLoader.class), MethodKinds.class.getName())
        .assertAllRestored(CALLS);
  }

  @Test
  void inAClassThatWasLoadedBeforeTheAgentStarted() throws IOException {
    ForkedJvm program =
        program(MethodKinds.class).withOption("-javaagent:" + earlyAgent(directory));

    CrashAndResume.of(program).assertAllRestored(CALLS);
  }

  private ForkedJvm program(Class<?> mainClass) {
    return ForkedJvm.of(mainClass).in(directory).withOption("-Xverify:all");
  }

  private static Path earlyAgent(Path directory) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", EarlyAgent.class.getName());
    Path jar = directory.resolve("early.jar");
    String resource = EarlyAgent.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream content = ClassLoader.getSystemResourceAsStream(resource)) {
      out.putNextEntry(new JarEntry(resource));
      content.transferTo(out);
    }
    return jar;
  }
}
