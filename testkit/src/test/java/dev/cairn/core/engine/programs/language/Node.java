package dev.cairn.core.engine.programs.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object of a program: any two may refer to one another. */
public final class Node {
  final String name;
  int number;
  @Nullable String text;
  @Nullable Node link;
  final List<Node> list = new ArrayList<>();
  final Set<Node> bag = new HashSet<>();

  Node(String name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return name;
  }
}
