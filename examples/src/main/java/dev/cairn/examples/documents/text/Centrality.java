package dev.cairn.examples.documents.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Betweenness: on how many of the shortest ways between two other names a name lies.
 *
 * <p>Brandes' algorithm, one search from every name. It works on numbers in order of appearance,
 * because hash tables of entities have another order in every process.
 */
public final class Centrality {

  private final List<Entity> entities;
  private final int[][] neighbours;
  private final double[] scores;

  /** The search from one name: ways and distances from there, and the names as they were met. */
  private final int[] distance;

  private final double[] ways;
  private final double[] share;
  private final int[] met;

  public Centrality(List<Entity> entities) {
    this.entities = entities;
    int size = entities.size();
    neighbours = numbered(entities);
    scores = new double[size];
    distance = new int[size];
    ways = new double[size];
    share = new double[size];
    met = new int[size];
  }

  public Map<Entity, Double> scores() {
    for (int from = 0; from < entities.size(); from++) {
      collect(from, search(from));
    }
    Map<Entity, Double> result = new HashMap<>();
    for (int i = 0; i < scores.length; i++) {
      result.put(entities.get(i), scores[i] / 2);
    }
    return result;
  }

  private static int[][] numbered(List<Entity> entities) {
    Map<Entity, Integer> numbers = new HashMap<>();
    entities.forEach(entity -> numbers.put(entity, numbers.size()));
    int[][] neighbours = new int[entities.size()][];
    for (int i = 0; i < neighbours.length; i++) {
      neighbours[i] =
          entities.get(i).companions.keySet().stream()
              .mapToInt(other -> numbers.getOrDefault(other, -1))
              .sorted()
              .toArray();
    }
    return neighbours;
  }

  /** Breadth first; returns how many names were met. */
  private int search(int from) {
    Arrays.fill(distance, -1);
    Arrays.fill(ways, 0);
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    distance[from] = 0;
    ways[from] = 1;
    int count = 0;
    while (!open.isEmpty()) {
      int here = open.remove();
      met[count++] = here;
      for (int next : neighbours[here]) {
        if (distance[next] < 0) {
          distance[next] = distance[here] + 1;
          open.add(next);
        }
        if (distance[next] == distance[here] + 1) {
          ways[next] += ways[here];
        }
      }
    }
    return count;
  }

  /** Adds each name's share of the ways, from the farthest name back to the start. */
  private void collect(int from, int count) {
    Arrays.fill(share, 0);
    for (int i = count - 1; i > 0; i--) {
      int here = met[i];
      for (int next : neighbours[here]) {
        if (distance[next] == distance[here] - 1) {
          share[next] += ways[next] / ways[here] * (1 + share[here]);
        }
      }
      if (here != from) {
        scores[here] += share[here];
      }
    }
  }
}
