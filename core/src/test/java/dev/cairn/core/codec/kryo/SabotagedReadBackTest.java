package dev.cairn.core.codec.kryo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.codec.kryo.HeapModel.Node;
import dev.cairn.core.codec.kryo.HeapModel.Point;
import dev.cairn.core.differential.Treated;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.type.Kinds;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The read-back sees a codec that is wrong. */
class SabotagedReadBackTest {

  /** Does not write one field. */
  private static final class Forgetful extends Treated {
    Forgetful(NodeKind inner) {
      super(inner);
    }

    @Override
    public void assign(Object object, Content content) {
      layout().slots().stream().filter(Forgetful::isVictim).forEach(content::leave);
      super.assign(object, content);
    }

    private static boolean isVictim(Slot slot) {
      return slot.name().equals("count") || slot.name().equals("label");
    }
  }

  private static StageRuns forgetting() {
    return new StageRuns(
        new Kinds(
            Access.best(),
            kind ->
                kind instanceof NodeKind node && node.type().getName().contains("HeapModel")
                    ? new Forgetful(node)
                    : kind));
  }

  @Test
  void theReadBackSeesAFieldThatIsNotWritten() {
    StageRuns runs = forgetting();
    ArrayList<Object> list = new ArrayList<>();
    WalkedGraph entry = runs.walk(list);
    list.add(new Point(1, 2, "lost"));

    assertThatThrownBy(() -> runs.encode(entry, null))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("ctx[0].label");
  }

  @Test
  void theReadBackSeesAFieldOfAChangedInput() {
    StageRuns runs = forgetting();
    Node node = new Node("n");
    WalkedGraph entry = runs.walk(node);
    node.count = 5;

    assertThatThrownBy(() -> runs.encode(entry, null)).hasMessageContaining("ctx.count");
  }
}
