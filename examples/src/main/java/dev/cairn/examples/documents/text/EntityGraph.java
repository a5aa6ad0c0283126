package dev.cairn.examples.documents.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All names of the debates, each once, linked by the sentences that they share. */
public final class EntityGraph {

  private final Map<String, Entity> byName = new HashMap<>();
  private final List<Entity> inOrder = new ArrayList<>();

  Entity entity(String name) {
    return byName.computeIfAbsent(name, this::append);
  }

  /** Every name in order of first appearance. */
  public List<Entity> entities() {
    return inOrder;
  }

  public int links() {
    return inOrder.stream().mapToInt(entity -> entity.companions.size()).sum() / 2;
  }

  /** Whom the entity is named with most, the most frequent first and then by name. */
  public static List<Entity> closest(Entity entity, int limit) {
    Comparator<Entity> byCount = Comparator.comparing(entity.companions::get);
    return entity.companions.keySet().stream()
        .sorted(byCount.reversed().thenComparing(other -> other.name))
        .limit(limit)
        .toList();
  }

  private Entity append(String name) {
    Entity entity = new Entity(name);
    inOrder.add(entity);
    return entity;
  }
}
