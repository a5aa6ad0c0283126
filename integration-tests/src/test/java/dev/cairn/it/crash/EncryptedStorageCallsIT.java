package dev.cairn.it.crash;

import dev.cairn.core.seal.crypt.Secret;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** The same with an encrypted store, at some of the calls every day. */
@Tag("once")
class EncryptedStorageCallsIT extends StorageCallsIT {
  @Override
  List<String> key() {
    return List.of(Secret.newKey(new Random(1)));
  }

  /** One of so many. */
  int step() {
    return 7;
  }

  @Override
  Stream<Halt> halts() {
    List<Halt> all = super.halts().toList();
    return IntStream.range(0, all.size()).filter(at -> at % step() == 0).mapToObj(all::get);
  }
}
