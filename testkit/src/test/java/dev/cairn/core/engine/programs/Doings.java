package dev.cairn.core.engine.programs;

import dev.cairn.core.engine.programs.language.Heap;
import dev.cairn.core.engine.programs.language.Machine;
import dev.cairn.core.engine.programs.language.Plain;
import dev.cairn.core.engine.programs.language.Program;
import dev.cairn.core.engine.programs.language.ProgramFailure;
import dev.cairn.core.engine.programs.language.World;
import dev.cairn.core.engine.programs.language.World.Effect;
import dev.cairn.core.storage.StorageKey;
import dev.cairn.testkit.MemoryStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds what attempts do in the world against what a plain run does there: each attempt does the
 * same in the same order, but for what lies inside calls that were finished before it.
 *
 * <p>Which calls were finished it reads from the bytes of the log, by the mark that each call left.
 */
final class Doings {
  private static final Pattern MARK = Pattern.compile("\"" + Attempt.AT + "\":\"([^\"]*)\"");
  private static final String END = "\"kind\":\"END\"";

  private final Program program;
  private final Schedule schedule;
  private final World world;
  private Set<String> finished = Set.of();
  private int done;

  Doings(Program program, Schedule schedule, World world) {
    this.program = program;
    this.schedule = schedule;
    this.world = world;
  }

  /** An attempt begins. */
  void begin(MemoryStorage storage) {
    done = world.effects().size();
    finished = program.isExact() ? marks(storage) : Set.of();
  }

  /** Those of the newest run, while it is unfinished: after it, all begins anew. */
  private static Set<String> marks(MemoryStorage storage) {
    Set<String> marks = new HashSet<>();
    String run = "";
    for (StorageKey key : storage.keys()) {
      String folder = key.path().substring(0, key.path().lastIndexOf('/') + 1);
      if (!folder.equals(run)) {
        marks.clear();
      }
      run = folder;
      String text = text(storage, key);
      Matcher matcher = MARK.matcher(text);
      while (matcher.find()) {
        marks.add(matcher.group(1));
      }
      if (text.contains(END)) {
        marks.clear();
        run = "";
      }
    }
    return marks;
  }

  private static String text(MemoryStorage storage, StorageKey key) {
    try (var object = storage.get(key).orElseThrow()) {
      return new String(object.stream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the attempt did wrong. */
  Optional<String> fault(int attempt, boolean ended) {
    if (!program.isExact() || schedule.changesCode()) {
      return Optional.empty();
    }
    List<Effect> expected =
        plainly(attempt).stream().filter(effect -> !isInFinished(effect)).toList();
    List<Effect> found = List.copyOf(world.effects().subList(done, world.effects().size()));
    boolean right =
        program.isOrdered()
            ? ended ? found.equals(expected) : isPrefix(found, expected)
            : ended ? isSame(found, expected) : expected.containsAll(found);
    return right
        ? Optional.empty()
        : Optional.of("attempt " + attempt + " should have done " + expected + " and did " + found);
  }

  private static boolean isPrefix(List<Effect> found, List<Effect> expected) {
    return found.size() <= expected.size() && found.equals(expected.subList(0, found.size()));
  }

  private static boolean isSame(List<Effect> found, List<Effect> expected) {
    return found.size() == expected.size()
        && expected.containsAll(found)
        && found.containsAll(expected);
  }

  private boolean isInFinished(Effect effect) {
    return finished.stream().anyMatch(call -> effect.at().startsWith(call + Machine.INSIDE));
  }

  private List<Effect> plainly(int attempt) {
    World plain = new World();
    Plain surroundings = new Plain(stage -> schedule.code(program, stage, attempt));
    Heap heap = program.heap();
    try {
      new Machine(program, heap, plain, surroundings).run();
    } catch (ProgramFailure e) {
      return plain.effects();
    }
    return plain.effects();
  }
}
