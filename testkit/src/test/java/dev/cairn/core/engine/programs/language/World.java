package dev.cairn.core.engine.programs.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies outside the heap and survives crashes: effects that were made, registers that stages
 * publish to and fetch from, and an endless supply of texts that never come twice.
 *
 * <p>To publish is idempotent, as effects must be that may be repeated: whoever publishes from the
 * same place again replaces what he had published, and whoever fetches gets what was published from
 * places before his own.
 */
public final class World {
  private static final int REGISTERS = 2;

  private final List<Effect> effects = new ArrayList<>();
  private final List<NavigableMap<String, String>> registers =
      Stream.generate(() -> (NavigableMap<String, String>) new TreeMap<String, String>())
          .limit(REGISTERS)
          .toList();
  private int draws;

  /**
   * An effect.
   *
   * @param at where in the program
   * @param text what it said
   */
  public record Effect(String at, String text) {}

  void tell(String at, String text) {
    effects.add(new Effect(at, text));
  }

  void publish(String at, int register, String text) {
    register(register).put(at, text);
  }

  @Nullable String fetch(String at, int register) {
    Map.@Nullable Entry<String, String> last = register(register).lowerEntry(at);
    return last == null ? null : last.getValue();
  }

  private NavigableMap<String, String> register(int register) {
    return registers.get(Math.floorMod(register, REGISTERS));
  }

  String draw() {
    draws++;
    return Portrait.DRAWN + draws;
  }

  /** All effects so far, in order. */
  public List<Effect> effects() {
    return effects;
  }

  /** What was published last. */
  List<@Nullable String> registers() {
    List<@Nullable String> last = new ArrayList<>();
    registers.forEach(rows -> last.add(rows.isEmpty() ? null : rows.lastEntry().getValue()));
    return last;
  }
}
