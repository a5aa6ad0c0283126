package dev.cairn.it.crash;

import org.junit.jupiter.api.Tag;

/** At all of the calls. */
@Tag("nightly")
class EveryEncryptedStorageCallIT extends EncryptedStorageCallsIT {
  @Override
  int step() {
    return 1;
  }
}
