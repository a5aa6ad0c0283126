package dev.cairn.examples.documents.text;

import java.util.HashMap;
import java.util.Map;

/** Somebody or something with a name, and whom it is named together with. Equal only to itself. */
public final class Entity {

  public final String name;
  public int mentions;

  /** How often the other was named in the same sentence; both sides know each other. */
  public final Map<Entity, Integer> companions = new HashMap<>();

  Entity(String name) {
    this.name = name;
  }

  void meet(Entity other) {
    companions.merge(other, 1, Integer::sum);
    other.companions.merge(this, 1, Integer::sum);
  }

  @Override
  public String toString() {
    return name;
  }
}
