package dev.cairn.core.codec;

import dev.cairn.core.error.CodecException;
import dev.cairn.core.error.RestoreException;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.type.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a decoded snapshot will do to the live objects. Plain objects and arrays are written first,
 * then the containers that ask their elements, then {@code @AfterRestore} methods are called: on
 * what lies farthest from the frame first, so that an object finds its parts made again.
 */
public final class Restoration implements DecodedSnapshot {
  private final Kinds kinds;
  private final List<Write> changed;
  private final List<Write> fresh;
  private final List<Object> created;
  private final @Nullable Object result;
  private final Optional<String> difference;
  private final List<String> adapted;

  /**
   * Everything decoded.
   *
   * @param changed the writes to live objects, in the order of their numbers
   * @param fresh the writes to new objects that must come after those
   * @param created the new objects of kinds that need {@link #care}, in the order of their numbers
   * @param result what the call returned
   * @param difference see {@link #difference()}
   */
  public Restoration(
      Kinds kinds,
      List<Write> changed,
      List<Write> fresh,
      List<Object> created,
      @Nullable Object result,
      Optional<String> difference) {
    this(new Origin(kinds, List.of()), changed, fresh, created, result, difference);
  }

  private Restoration(
      Origin origin,
      List<Write> changed,
      List<Write> fresh,
      List<Object> created,
      @Nullable Object result,
      Optional<String> difference) {
    this.kinds = origin.kinds();
    this.adapted = origin.adapted();
    this.changed = List.copyOf(changed);
    this.fresh = List.copyOf(fresh);
    this.created = List.copyOf(created);
    this.result = result;
    this.difference = difference;
  }

  /** Whether new objects of a kind are to be looked at again when everything is written. */
  public static boolean care(NodeKind kind, Kinds kinds) {
    return ForeignTables.isForeignTable(kind) || kinds.afterRestore(kind.type()).exists();
  }

  /** What decoding went by, and what it had to make up. */
  private record Origin(Kinds kinds, List<String> adapted) {}

  /** The same, with what had to be made up. */
  public Restoration adapted(List<String> sentences) {
    Origin origin = new Origin(kinds, List.copyOf(sentences));
    return new Restoration(origin, changed, fresh, created, result, difference);
  }

  @Override
  public List<String> adapted() {
    return adapted;
  }

  @Override
  public Optional<String> difference() {
    return difference;
  }

  @Override
  public List<Object> written() {
    List<Object> written = new ArrayList<>();
    for (Write write : changed) {
      if (write.target() instanceof Frame frame) {
        write.content().layout().slots().stream()
            .filter(slot -> !write.content().isLeft(slot))
            .forEach(slot -> written.add(frame.place(slot.index())));
      } else {
        written.add(write.target());
      }
    }
    return written;
  }

  @Override
  public @Nullable Object result() {
    return result;
  }

  @Override
  public @Nullable Object apply() {
    if (difference.isPresent()) {
      throw new CodecException(
          difference.get(),
          "Cannot restore the call; "
              + difference.get()
              + " has other content than it had when"
              + " the call was recorded; the call executes");
    }
    Optional<String> obstacle = obstacle();
    List<Write> journal = changed.stream().map(Write::inverse).toList();
    Sparing sparing = new Sparing(kinds);
    for (int i = 0; i < journal.size(); i++) {
      sparing.keep(changed.get(i).content(), journal.get(i).content());
    }
    try {
      List<Write> all = new ArrayList<>(changed);
      all.addAll(fresh);
      Writes.perform(kinds, all);
      created.forEach(object -> ForeignTables.check(object, kinds));
      changed.forEach(write -> ForeignTables.check(write.target(), kinds));
      callHooks();
      return result;
    } catch (Throwable e) {
      undo(journal, obstacle, e);
      throw new CodecException(
          "restore",
          "Cannot restore the call; writing failed ("
              + e
              + "); everything is as before"
              + " and the call executes",
          e);
    }
  }

  /** What would not come back as it is could not be put back either. */
  private Optional<String> obstacle() {
    return changed.stream().flatMap(write -> write.obstacle().stream()).findFirst();
  }

  private void undo(List<Write> journal, Optional<String> obstacle, Throwable failure) {
    try {
      Writes.perform(kinds, journal);
      obstacle.ifPresent(
          found -> {
            throw new IllegalStateException(found);
          });
    } catch (Throwable e) {
      e.addSuppressed(failure);
      throw new RestoreException(
          "restore",
          "Cannot restore the call, nor undo what was written ("
              + e
              + "): the state is"
              + " broken",
          e);
    }
  }

  private void callHooks() {
    for (int i = created.size() - 1; i >= 0; i--) {
      call(created.get(i));
    }
    for (int i = changed.size() - 1; i >= 0; i--) {
      call(changed.get(i).target());
    }
  }

  private void call(Object written) {
    Object object = written instanceof Frame frame ? frame.self().orElse(written) : written;
    kinds.afterRestore(object.getClass()).call(object);
  }
}
