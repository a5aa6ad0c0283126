package dev.cairn.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassAliasesTest {
  private final ClassAliases aliases =
      ClassAliases.of("shop.Order=shop.Sale, shop.old.*=store.*,shop.old.Part=shop.Piece");

  @ParameterizedTest
  @CsvSource({
    "shop.Order,shop.Sale",
    "shop.Order$Line,shop.Sale$Line",
    "shop.Order$Line$1,shop.Sale$Line$1",
    "[[Lshop.Order;,[[Lshop.Sale;",
    "shop.old.deep.Thing,store.deep.Thing",
    "shop.old.Part,shop.Piece",
    "shop.old.Part$X,shop.Piece$X",
    "shop.Orders,shop.Orders",
    "shop.Ord,shop.Ord",
    "shop.older.Thing,shop.older.Thing",
    "[I,[I",
    "Order,Order"
  })
  void aNameIsFollowedThereAndBack(String recorded, String now) {
    assertThat(aliases.now(recorded)).isEqualTo(now);
    assertThat(aliases.recorded(now)).isEqualTo(recorded);
  }

  @Test
  void namesInsideATextAreFollowedToo() {
    assertThat(aliases.nowIn("<java.util.List<shop.Order>, shop.old.A$B[]>"))
        .isEqualTo("<java.util.List<shop.Sale>, store.A$B[]>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "a", "a=", "=b", "a=b,", "a.*=b", "a=b.*", "a=b,a=c", "a=c,b=c", "a b=c", "a..b=c",
        "*=b.*", "a=b=c"
      })
  void whatIsNoAliasIsRefused(String text) {
    assertThatThrownBy(() -> ClassAliases.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
