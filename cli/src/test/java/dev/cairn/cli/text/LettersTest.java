package dev.cairn.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LettersTest {
  @Test
  void whatWouldSteerATerminalIsShownAsItsNumber() {
    assertThat(Letters.printable("a\u001b[31mb\nc\u202ed"))
        .isEqualTo("a\\u001b[31mb\\u000ac\\u202ed");
    assertThat(Letters.printable("Straße 日本")).isEqualTo("Straße 日本");
  }

  @Test
  void widthCountsColumns() {
    assertThat(Letters.width("abc")).isEqualTo(3);
    assertThat(Letters.width("日本")).isEqualTo(4);
    assertThat(Letters.width("e\u0301")).isEqualTo(1);
    assertThat(Letters.width("ＡＢ")).isEqualTo(4);
    assertThat(Letters.width("\ud83d\ude80")).isEqualTo(2);
  }

  @Test
  void aStartIsNeverHalfALetter() {
    assertThat(Letters.start("a日本", 2)).isEqualTo("a");
    assertThat(Letters.start("a日本", 3)).isEqualTo("a日");
    assertThat(Letters.start("abc", 9)).isEqualTo("abc");
  }
}
