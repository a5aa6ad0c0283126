package dev.cairn.testkit;

import static dev.cairn.testkit.Calls.KEY;
import static dev.cairn.testkit.Calls.call;
import static dev.cairn.testkit.Calls.payload;
import static dev.cairn.testkit.RunStoreTest.claimed;
import static dev.cairn.testkit.RunStoreTest.newest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.UnsupportedFormatException;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Damage;
import dev.cairn.core.model.Payload;
import dev.cairn.core.seal.Sha256;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.StorageKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DamageTest extends DamageSweep {
  private static final StorageKey FOLDER =
      new StorageKey("runs/+nightly.run/" + KEY.digest() + "/1");

  @Override
  Optional<Secret> secret() {
    return Optional.empty();
  }

  @Nested
  class WhatIsBehindDamage {

    @Test
    void staysOfUseAndTheDamageIsNamed() {
      alter(entry(2));

      RunHistory history = read();

      assertThat(history.checkpoints()).extracting(Checkpoint::seq).containsExactly(3L, 5L);
      assertThat(history.status()).isEqualTo(Status.COMPLETE);
      assertThat(history.damages())
          .singleElement()
          .satisfies(
              damage -> {
                assertThat(damage.seq()).isEqualTo(2);
                assertThat(damage.subject()).isEqualTo(entry(2).path());
                assertThat(damage.expected()).isEqualTo("the hash in its second line");
              });
    }

    @Test
    void staysOfUseWhereAnEntryIsMissing() {
      storage.delete(entry(2));

      RunHistory history = read();

      assertThat(history.checkpoints()).extracting(Checkpoint::seq).containsExactly(3L, 5L);
      assertThat(history.damages())
          .singleElement()
          .hasToString(entry(2) + " is damaged: expected an entry, found 1 missing");
    }

    @Test
    void staysOfUseWhereAClaimIsDamaged() {
      alter(entry(4));

      RunHistory history = read();

      assertThat(history.checkpoints()).extracting(Checkpoint::seq).containsExactly(2L, 3L, 5L);
    }

    @Test
    void isNotTrustedWhereItContinuesAnotherHistory() {
      storage.delete(entry(6));
      storage.delete(entry(5));
      MemoryStorage copy = copy();
      continueIn(storage, "here");
      continueIn(copy, "there");

      storage.put(entry(7), Payload.of(bytes(copy, entry(7))));

      RunHistory history = read();
      assertThat(history.checkpoints()).extracting(Checkpoint::seq).containsExactly(2L, 3L, 6L);
      assertThat(history.damages()).extracting(Damage::seq).containsExactly(7L);
    }

    @Test
    void isAppendedToByTheNextOwner() {
      storage.delete(entry(6));
      alter(entry(5));
      alter(entry(2));

      try (RunStore store = Calls.open(storage)) {
        RunLog log = claimed(store.claim(newest(store)));
        commit(log, 3, payload("later"));
        assertThat(log.epoch()).isEqualTo(6);
      }

      RunHistory history = read();
      assertThat(history.checkpoints()).extracting(Checkpoint::seq).containsExactly(3L, 7L);
      assertThat(history.damages()).extracting(Damage::seq).containsExactly(2L, 5L);
      assertThat(history.attempts()).hasSize(3);
    }

    @Test
    void staysAbsentWhereAnAttemptHasWorkedWithoutItAndComesBack() {
      storage.delete(entry(6));
      byte[] fifth = bytes(entry(5));
      alter(entry(5));
      continueIn(storage, "without the fifth");

      storage.put(entry(5), Payload.of(fifth));

      RunHistory history = read();
      assertThat(history.checkpoints()).extracting(Checkpoint::seq).containsExactly(2L, 3L, 7L, 8L);
      assertThat(history.damages())
          .singleElement()
          .asString()
          .contains("expected an entry that the claim 6 knew");
    }

    @Test
    void isLostWithTheFirstEntryAndSaidOnce() {
      alter(entry(1));

      RunHistory history = read();

      assertThat(history.status()).isEqualTo(Status.UNREADABLE);
      assertThat(history.damages()).extracting(Damage::seq).containsExactly(1L);
    }

    @Test
    void isNotGuessedWhereALaterVersionWrote() {
      String line =
          new String(bytes(entry(6)), StandardCharsets.UTF_8).lines().findFirst().orElse("");
      storage.put(entry(6), hashed(line.replace("\"format\":1", "\"format\":2")));

      RunHistory history = read();

      assertThat(history.status()).isEqualTo(Status.UNREADABLE);
      assertThat(history.damages()).singleElement().asString().contains("found format 2");
      try (RunStore store = Calls.open(storage)) {
        assertThatThrownBy(() -> store.claim(history))
            .isInstanceOf(UnsupportedFormatException.class)
            .hasMessageContaining("a later version of Cairn wrote to it");
      }
    }

    @Test
    void leavesACheckpointListedWhosePackIsMissing() {
      storage.keys().stream().filter(key -> key.path().endsWith(".pack")).forEach(storage::delete);

      RunHistory history = read();

      Checkpoint packed = history.checkpoints().get(1);
      assertThat(history.isUsable(packed)).isFalse();
      assertThat(history.isUsable(history.checkpoints().get(0))).isTrue();
      assertThat(history.damages()).extracting(Damage::expected).containsExactly("a pack");
    }

    @Test
    void isUntouchedByFilesThatCairnDidNotWrite() {
      storage.put(FOLDER.resolve("00000002.json.bak"), payload("x"));
      storage.put(FOLDER.resolve("notes.txt"), payload("x"));

      assertThat(served()).isEqualTo(new Outcome(3, false));
    }

    @Test
    void isReportedInOneLineWhereAFarSlotIsTaken() {
      storage.put(FOLDER.resolve("99999999.json"), payload("x"));

      RunHistory history = read();

      assertThat(history.checkpoints()).hasSize(3);
      assertThat(history.damages()).extracting(Damage::seq).containsExactly(7L, 99_999_999L);
    }
  }

  @Test
  void aDamagedDescriptionOfTheStoreIsNamedAndNothingChanged() {
    StorageKey key = new StorageKey("STORE.json");
    alter(key);
    byte[] before = bytes(key);

    assertThatThrownBy(() -> Calls.open(storage))
        .isInstanceOf(DamagedException.class)
        .hasMessageContaining("STORE.json is damaged, expected the hash in its second line");
    assertThat(bytes(key)).isEqualTo(before);
  }

  private void alter(StorageKey key) {
    byte[] altered = bytes(key);
    altered[altered.length / 3] ^= 1;
    storage.put(key, Payload.of(altered));
  }

  private static void continueIn(MemoryStorage where, String text) {
    try (RunStore store = Calls.open(where)) {
      RunLog log = claimed(store.claim(newest(store)));
      log.commit(call("Nightly.step", 3), payload(text));
      log.commit(call("Nightly.step", 4), payload(text));
    }
  }

  private MemoryStorage copy() {
    MemoryStorage copy = new MemoryStorage();
    storage.keys().forEach(key -> copy.put(key, Payload.of(bytes(key))));
    return copy;
  }

  private RunHistory read() {
    try (RunStore store = Calls.open(storage)) {
      return newest(store);
    }
  }

  private static Payload hashed(String line) {
    String hash = Sha256.of(payload(line + "\n")).hex();
    return payload(line + "\n" + hash + "\n");
  }

  private static StorageKey entry(int slot) {
    return FOLDER.resolve("0000000" + slot + ".json");
  }

  private byte[] bytes(StorageKey key) {
    return bytes(storage, key);
  }
}
