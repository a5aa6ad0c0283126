package dev.cairn.testkit.disk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names in a folder: what they mean now, and what they may mean after a power cut. */
final class Names {
  /** What a name means that is not there. */
  static final int NOTHING = -1;

  // For each name what it meant when the folder was last made durable, and every time since.
  private final Map<String, List<Integer>> meanings = new LinkedHashMap<>();

  void set(String name, int inode) {
    meanings.computeIfAbsent(name, absent -> new ArrayList<>(List.of(NOTHING))).add(inode);
  }

  int get(String name) {
    List<Integer> known = meanings.getOrDefault(name, List.of(NOTHING));
    return known.get(known.size() - 1);
  }

  List<String> present() {
    return meanings.keySet().stream().filter(name -> get(name) != NOTHING).toList();
  }

  void sync() {
    meanings.replaceAll((name, known) -> new ArrayList<>(List.of(known.get(known.size() - 1))));
    meanings.values().removeIf(known -> known.get(0) == NOTHING);
  }

  /** Everything that may be found under each name, what it means now first. */
  Map<String, List<Integer>> possible() {
    Map<String, List<Integer>> possible = new LinkedHashMap<>();
    meanings.forEach(
        (name, known) -> {
          List<Integer> newestFirst = new ArrayList<>();
          for (int at = known.size() - 1; at >= 0; at--) {
            if (!newestFirst.contains(known.get(at))) {
              newestFirst.add(known.get(at));
            }
          }
          possible.put(name, newestFirst);
        });
    return possible;
  }

  Names copy() {
    Names copy = new Names();
    meanings.forEach((name, known) -> copy.meanings.put(name, new ArrayList<>(known)));
    return copy;
  }
}
