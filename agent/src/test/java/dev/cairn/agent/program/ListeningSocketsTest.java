package dev.cairn.agent.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningSocketsTest {
  private static final String TCP_HEAD =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout"
          + " inode\n";
  private static final String UNIX_HEAD =
      "Num       RefCount Protocol Flags    Type St Inode Path\n";

  @TempDir Path process;

  @BeforeEach
  void makeProcess() throws IOException {
    Files.createDirectories(process.resolve("net"));
    Files.createDirectories(process.resolve("fd"));
    tables("", "");
  }

  private void tables(String tcp, String unix) throws IOException {
    Files.writeString(process.resolve("net/tcp"), TCP_HEAD + tcp);
    Files.writeString(process.resolve("net/unix"), UNIX_HEAD + unix);
  }

  private void holds(int descriptor, String inode) throws IOException {
    Path link = process.resolve("fd").resolve(Integer.toString(descriptor));
    Files.createSymbolicLink(link, Path.of("socket:[" + inode + "]"));
  }

  private static String tcp(String state, String inode) {
    return "   0: 0100007F:1F90 00000000:0000 "
        + state
        + " 00000000:00000000 00:00000000 00000000  1000        0 "
        + inode
        + " 1 0000000000000000 100 0 0 10 0\n";
  }

  @Test
  void aSocketOfThisProcessThatListensIsNamedByItsPort() throws IOException {
    tables(tcp("0A", "77"), "");
    holds(5, "77");

    assertThat(new ListeningSockets(process).any()).contains("port 8080");
  }

  @Test
  void aConnectionAndAnotherProcessesSocketDoNotCount() throws IOException {
    tables(tcp("01", "77") + tcp("0A", "78"), "");
    holds(5, "77");

    assertThat(new ListeningSockets(process).any()).isEmpty();
  }

  @Test
  void aSocketInTheFileSystemCountsButNotTheJvmsOwn() throws IOException {
    String listening = "0000000000000000: 00000002 00000000 00010000 0001 01 ";
    holds(5, "77");
    holds(6, "78");

    tables("", listening + "78 /tmp/.java_pid42\n");
    assertThat(new ListeningSockets(process).any()).isEmpty();

    tables("", listening + "77 /run/app.sock\n");
    assertThat(new ListeningSockets(process).any()).contains("/run/app.sock");
  }

  @Test
  void thisMachinesTablesAreUnderstood() throws IOException {
    ListeningSockets own = new ListeningSockets(Path.of("/proc/self"));
    assumeTrue(own.areKnown(), "needs Linux");

    try (ServerSocket socket = new ServerSocket(0)) {
      assertThat(own.any()).contains("port " + socket.getLocalPort());
    }
  }

  @Test
  void whereTheSystemDoesNotTellNothingIsKnown() {
    assertThat(new ListeningSockets(process.resolve("absent")).areKnown()).isFalse();
  }
}
