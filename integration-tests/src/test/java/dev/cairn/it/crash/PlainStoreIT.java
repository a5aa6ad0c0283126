package dev.cairn.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.it.ForkedJvm;
import dev.cairn.it.byhand.program.Trains;
import dev.cairn.it.crash.Python.Output;
import dev.cairn.it.crash.StoreFiles.Harm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A store without a key, read by somebody who knows nothing but its format. */
class PlainStoreIT {
  @TempDir Path store;

  /** Snapshots that are not compressed stand in packs, the others in their entries. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"none, json, .pack", "gzip, json, 00000003.json", "zstd, zstandard, 00000003.json"})
  void aReaderWrittenFromTheFormatsPageReadsItAndFindsAnAlteredByte(
      String compression, String module, String harmed) throws IOException, InterruptedException {
    ForkedJvm.of(Trains.class)
        .withClassPathOfTheTest()
        .withProperty("cairn.compression", compression)
        .withArguments(store, false)
        .start()
        .awaitLine("saved epoch 14.")
        .kill();

    Output whole = Python.run(module, "read_plain.py", store);
    harm(harmed);
    Output altered = Python.run(module, "read_plain.py", store);

    assertThat(whole.status()).as("%s", whole).isZero();
    assertThat(commits(whole))
        .hasSizeGreaterThanOrEqualTo(14)
        .anyMatch(line -> line.contains("bytes, of "));
    assertThat(altered.status()).as("%s", altered).isNotZero();
    assertThat(altered.text()).contains("damaged: ");
  }

  private void harm(String ending) throws IOException {
    StoreFiles files = new StoreFiles(store);
    for (String file : files.files()) {
      if (file.endsWith(ending)) {
        files.harm(file, Harm.ALTERED);
      }
    }
  }

  private static List<String> commits(Output output) {
    return output.text().lines().filter(line -> line.contains(" COMMIT ")).toList();
  }
}
