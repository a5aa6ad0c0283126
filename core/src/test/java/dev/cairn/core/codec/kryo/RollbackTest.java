package dev.cairn.core.codec.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.Unsaved;
import dev.cairn.core.codec.Rollback;
import dev.cairn.core.error.RestoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RollbackTest {
  private final StageRuns runs = StageRuns.trusting();

  @Test
  void saysWhatWasPutBack() {
    List<Object> list = new ArrayList<>(List.of(new ArrayList<>(), new ArrayList<>()));
    Rollback rollback = Rollback.of(runs.walk(list));
    ((List<?>) list.get(1)).add(null);

    assertThat(rollback.putBack().paths()).containsExactly("ctx[1]");
    assertThat(rollback.putBack().paths()).isEmpty();
  }

  @Test
  void fieldsOfTheReceiverAreNamedAndPutBackAndWhatIsUnsavedStays() {
    Till till = new Till();
    Rollback rollback = Rollback.of(runs.walker.walk(runs.frameOf(till, "sell")));
    till.sell();

    List<String> discarded = rollback.putBack().paths();

    assertThat(discarded).containsExactlyInAnyOrder("this.best", "this.sold", "this.names");
    assertThat(till.sold).isZero();
    assertThat(till.best).isNull();
    assertThat(till.names).isEmpty();
    assertThat(till.asked).isEqualTo(1);
    assertThat(till.asker).isSameAs(till.names);
  }

  @Test
  void whatCouldNotBePutBackIsKnownBeforehand() {
    List<Object> changing = new ArrayList<>(List.of("key"));
    Map<Object, String> table = new HashMap<>(Map.of(changing, "value"));

    assertThat(Rollback.of(runs.walk(List.of(table))).obstacle()).isEmpty();
    changing.add("changed while it is a key");

    assertThat(Rollback.of(runs.walk(List.of(table))).obstacle())
        .hasValueSatisfying(
            why -> assertThat(why).startsWith("ctx[0]: one of its keys has another hash code"));
  }

  @Test
  void aFailureHalfWayLeavesEverythingAsTheStageLeftIt() {
    List<Object> list = new ArrayList<>(List.of("a", new HashSet<>(Set.of(new Fussy()))));
    Fussy fussy = (Fussy) ((Set<?>) list.get(1)).iterator().next();
    Rollback rollback = Rollback.of(runs.walk(list));
    ((Set<?>) list.get(1)).clear();
    list.set(0, "b");
    fussy.refuses = true;

    assertThatThrownBy(rollback::putBack)
        .isInstanceOf(RestoreException.class)
        .hasMessageContaining("they are as the stage left them");

    assertThat(list.get(0)).isEqualTo("b");
    assertThat((Set<?>) list.get(1)).isEmpty();
  }

  /** Objects with a field of each mark. */
  static final class Till {
    private int sold;
    private @Nullable String best;
    private final List<String> names = new ArrayList<>();
    @Unsaved private int asked;
    @Unsaved private @Nullable Object asker;

    void sell() {
      sold++;
      asked++;
      asker = names;
      best = "soap";
      names.add("soap");
    }
  }

  /** A key that may refuse to say its hash, for a reason that is no state. */
  static final class Fussy {
    @Unsaved private boolean refuses;

    @Override
    public boolean equals(Object other) {
      return other instanceof Fussy;
    }

    @Override
    public int hashCode() {
      if (refuses) {
        throw new IllegalStateException("not now");
      }
      return 1;
    }
  }
}
