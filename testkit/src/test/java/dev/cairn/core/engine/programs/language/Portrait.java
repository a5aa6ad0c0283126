package dev.cairn.core.engine.programs.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A heap, a world and an outcome as a text that is equal for two of them if and only if they are
 * one but for the identity of objects and the choice of drawn texts. It knows nothing of Cairn.
 */
public final class Portrait {
  static final String DRAWN = "draw-";

  private final Map<Node, Integer> numbers = new IdentityHashMap<>();
  private final List<Node> met = new ArrayList<>();
  private final Map<String, Integer> drawn = new HashMap<>();
  private final StringBuilder lines = new StringBuilder();

  private Portrait() {}

  /** The portrait; the outcome is what the program returned or that it failed. */
  public static String of(Heap heap, World world, @Nullable Object outcome) {
    Portrait portrait = new Portrait();
    portrait.paint(heap, world, outcome);
    return portrait.lines.toString();
  }

  private void paint(Heap heap, World world, @Nullable Object outcome) {
    line("outcome", outcome instanceof Node node ? ref(node) : String.valueOf(outcome));
    line("roots", refs(heap.roots()));
    line("desk", heap.desk().count + " " + ref(heap.desk().paper));
    line("items", ref(heap.items()) + " " + ref(heap.total()));
    line("crew", refs(heap.crew()));
    for (int i = 0; i < met.size(); i++) {
      node(met.get(i));
    }
    line("registers", world.registers().stream().map(this::text).toList().toString());
  }

  private void node(Node node) {
    List<Node> bag =
        node.bag.stream()
            .sorted((one, other) -> one.name.compareTo(other.name))
            .collect(Collectors.toList());
    line(
        ref(node),
        node.number
            + " "
            + text(node.text)
            + " "
            + (node.link == null ? "-" : ref(node.link))
            + " list "
            + refs(node.list)
            + " bag "
            + refs(bag));
  }

  private void line(String subject, String text) {
    lines.append(subject).append(": ").append(text).append('\n');
  }

  private String refs(List<Node> nodes) {
    return nodes.stream().map(this::ref).toList().toString();
  }

  private String ref(Node node) {
    int number =
        numbers.computeIfAbsent(
            node,
            unknown -> {
              met.add(unknown);
              return met.size();
            });
    return node.name + "#" + number;
  }

  private String text(@Nullable String text) {
    return text != null && text.startsWith(DRAWN)
        ? "drawn" + drawn.computeIfAbsent(text, unknown -> drawn.size())
        : String.valueOf(text);
  }
}
