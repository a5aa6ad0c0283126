package dev.cairn.core.graph.hash;

import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.ReferenceSink;
import dev.cairn.core.graph.kind.Slot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a walk met in slots that are never saved, in the order in which it met it: by these slots
 * such objects are linked again, so that a walk serves again only where they hold the same. For one
 * thread while it grows.
 */
public final class Aside {
  private final List<@Nullable Object> met = new ArrayList<>(0);

  /** What the next of those slots holds. */
  public void add(@Nullable Object value) {
    met.add(value);
  }

  /** Holds objects against this that come in the order of the walk. */
  public Check check() {
    return new Check();
  }

  /** One comparison. For one thread. */
  public final class Check implements ReferenceSink {
    private boolean same = true;
    private int at;

    private Check() {}

    /** Whether the slots of an object hold what they held. */
    public boolean isKept(Object object, NodeKind kind) {
      if (kind.layout().hasUnsaved()) {
        kind.visit(object, this);
      }
      return same;
    }

    @Override
    public void reference(Slot slot, @Nullable Object value) {
      if (slot.mark() == Mark.UNSAVED) {
        same = same && at < met.size() && met.get(at) == value;
        at++;
      }
    }

    @Override
    public void element(@Nullable Object value) {}
  }
}
