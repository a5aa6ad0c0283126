package dev.cairn.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/", "a/", "/a", "a//b", "..", "a/../b", "a/.", ".hidden", "a.", "a b", "a\\b", "C:a",
        "a\0", "ü", "a/b\n", "~"
      })
  void leadsNowhereElse(String path) {
    assertThatThrownBy(() -> new StorageKey(path)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isNotLongerThanBucketsTake() {
    assertThatThrownBy(() -> new StorageKey("a/".repeat(500) + "a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StorageKey("a".repeat(241)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hasANameAndKeysInside() {
    StorageKey key = new StorageKey("runs/p").resolve("1/00000001.json");

    assertThat(key).hasToString("runs/p/1/00000001.json");
    assertThat(key.name()).isEqualTo("00000001.json");
  }
}
