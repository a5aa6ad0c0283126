package dev.cairn.core.graph.number;

import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.type.Kinds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where objects were found, as people read it. Names no key and no value. */
public final class Paths {
  private static final int STEPS_SHOWN = 10;

  private final Kinds kinds;
  private final Frame frame;
  private final Found found;

  public Paths(Kinds kinds, Frame frame, Found found) {
    this.kinds = kinds;
    this.frame = frame;
    this.found = found;
  }

  /** Where objects were found. */
  public interface Found {
    Object object(int number);

    int parent(int number);

    long edge(int number);
  }

  /** The path of a numbered object: {@code ctx.orders[17].customer}. */
  public String of(int number) {
    List<Integer> chain = new ArrayList<>();
    for (int n = number; n > 0; n = found.parent(n)) {
      chain.add(n);
    }
    Collections.reverse(chain);
    String path = joined(chain);
    return path.isEmpty() ? "inputs" : path.substring(path.startsWith(".") ? 1 : 0);
  }

  /** The middle of a path through a long list of linked objects would tell nobody anything. */
  private String joined(List<Integer> chain) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < chain.size(); i++) {
      int n = chain.get(i);
      path.append(step(found.parent(n), found.edge(n)));
      if (i == STEPS_SHOWN && chain.size() > 3 * STEPS_SHOWN) {
        int next = chain.size() - STEPS_SHOWN;
        path.append("...(").append(next - i - 1).append(" more)...");
        i = next - 1;
      }
    }
    return path.toString();
  }

  /** The path of what an edge leads to. */
  public String of(int parent, long edge) {
    String path = (parent == 0 ? "" : of(parent)) + step(parent, edge);
    return path.substring(path.startsWith(".") ? 1 : 0);
  }

  private String step(int parent, long edge) {
    long payload = Edge.payload(edge);
    return switch (Edge.type(edge)) {
      case SLOT -> "." + slotName(parent, (int) payload);
      case ELEMENT -> "[" + elementName(parent, payload) + "]";
      case KEY -> "[key]";
      case RESULT -> "return value";
      case PLACE -> "[#" + payload + "]";
    };
  }

  private String slotName(int parent, int slot) {
    NodeKind kind = kind(parent);
    return kind.layout().slots().get(slot).name();
  }

  private long elementName(int parent, long index) {
    return index / kind(parent).layout().body().width();
  }

  private NodeKind kind(int number) {
    Object object = found.object(number);
    return object == frame ? frame.kind() : (NodeKind) kinds.of(object.getClass());
  }
}
