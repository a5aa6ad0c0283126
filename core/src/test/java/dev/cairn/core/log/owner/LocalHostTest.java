package dev.cairn.core.log.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalHostTest {
  private static final Owner SELF = owner(100, "5000");

  @TempDir Path proc;

  @Test
  void aProcessThatRunsIsNotGone() throws IOException {
    process(7, "S", "1234");

    assertThat(host().isGone(owner(7, "1234"))).isFalse();
  }

  @Test
  void aProcessWhoseNumberIsFreeIsGone() {
    assertThat(host().isGone(owner(7, "1234"))).isTrue();
  }

  @Test
  void aProcessWhoseNumberAnotherHasNowIsGone() throws IOException {
    process(7, "S", "9999");

    assertThat(host().isGone(owner(7, "1234"))).isTrue();
  }

  @Test
  void aKilledProcessIsGoneBeforeItsParentAsks() throws IOException {
    process(7, "Z", "1234");

    assertThat(host().isGone(owner(7, "1234"))).isTrue();
  }

  @Test
  void aProcessWhoseFirstThreadEndedAloneIsNotGone() throws IOException {
    process(7, "Z", "1234");
    Files.createDirectories(proc.resolve("7/task/8"));

    assertThat(host().isGone(owner(7, "1234"))).isFalse();
  }

  @Test
  void aCommandWithBracketsAndSpacesMisleadsNobody() throws IOException {
    process(7, "S", "1234");
    Path stat = proc.resolve("7/stat");
    Files.writeString(stat, Files.readString(stat).replace("(java)", "(evil) Z 1 (x)"));

    assertThat(host().isGone(owner(7, "1234"))).isFalse();
  }

  @Test
  void nothingIsKnownOfOtherMachinesBootsNamespacesAndUsers() {
    LocalHost host = host();

    assertThat(host.isGone(new Owner("h", "other", "b", "p", "u", 7, "1234", "i"))).isFalse();
    assertThat(host.isGone(new Owner("h", "m", "other", "p", "u", 7, "1234", "i"))).isFalse();
    assertThat(host.isGone(new Owner("h", "m", "b", "other", "u", 7, "1234", "i"))).isFalse();
    assertThat(host.isGone(new Owner("h", "m", "b", "p", "other", 7, "1234", "i"))).isFalse();
  }

  @Test
  void nothingIsKnownWhereTheSystemDoesNotTell() {
    Owner silent = new Owner("h", "", "b", "p", "u", 100, "5000", "");

    assertThat(new LocalHost(silent, proc).isGone(silent)).isFalse();
    assertThat(host().isGone(Owner.UNKNOWN)).isFalse();
  }

  @Test
  void thisVeryProcessIsNotGone() {
    Host local = Host.local();

    Owner self = local.self("i");

    assertThat(local.isGone(self)).isFalse();
    assertThat(self.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(self.instance()).isEqualTo("i");
  }

  private LocalHost host() {
    return new LocalHost(SELF, proc);
  }

  private static Owner owner(long pid, String started) {
    return new Owner("h", "m", "b", "p", "u", pid, started, "i");
  }

  private void process(long pid, String state, String started) throws IOException {
    Path folder = proc.resolve(Long.toString(pid));
    Files.createDirectories(folder.resolve("task").resolve(Long.toString(pid)));
    String fields = state + " 1".repeat(18) + " " + started + " 0 0";
    Files.writeString(folder.resolve("stat"), pid + " (java) " + fields);
  }
}
