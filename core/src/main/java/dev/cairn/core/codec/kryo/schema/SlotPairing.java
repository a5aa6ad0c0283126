package dev.cairn.core.codec.kryo.schema;

import dev.cairn.core.codec.kryo.schema.ClassRecord.SlotRecord;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Origin;
import dev.cairn.core.model.ClassAliases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which recorded slot stands for which slot of now: by declaring class and name; what then is left
 * over on both sides by name alone, as a field may have moved up or down. Where that is not clear,
 * it is refused.
 */
final class SlotPairing {
  private final ClassRecord record;
  private final NodeKind kind;
  private final ClassAliases aliases;
  private final Map<String, Slot> free = new LinkedHashMap<>();
  private final @Nullable Slot[] slots;
  private final List<String> doubts = new ArrayList<>();

  SlotPairing(ClassRecord record, NodeKind kind, ClassAliases aliases) {
    this.record = record;
    this.kind = kind;
    this.aliases = aliases;
    this.slots = new @Nullable Slot[record.slots().size()];
    kind.layout().slots().forEach(slot -> free.put(key(slot.owner(), slot.name()), slot));
    exact();
    moved();
    check();
  }

  private static String key(String owner, String name) {
    return owner + "#" + name;
  }

  private void exact() {
    for (int i = 0; i < slots.length; i++) {
      SlotRecord recorded = record.slots().get(i);
      slots[i] = free.remove(key(aliases.now(recorded.owner()), recorded.name()));
    }
  }

  private void moved() {
    for (int i = 0; i < slots.length; i++) {
      SlotRecord recorded = record.slots().get(i);
      if (slots[i] == null && !recorded.owner().isEmpty()) {
        List<Slot> candidates =
            free.values().stream()
                .filter(slot -> !slot.owner().isEmpty() && slot.name().equals(recorded.name()))
                .toList();
        if (candidates.size() > 1 || (candidates.size() == 1 && lost(recorded.name()) > 1)) {
          throw refused(recorded.name(), "is declared by another class, and it is not clear which");
        }
        if (candidates.size() == 1) {
          Slot now = candidates.get(0);
          slots[i] = free.remove(key(now.owner(), now.name()));
        }
      }
    }
  }

  private long lost(String name) {
    long lost = 0;
    for (int i = 0; i < slots.length; i++) {
      SlotRecord recorded = record.slots().get(i);
      lost += slots[i] == null && recorded.name().equals(name) ? 1 : 0;
    }
    return lost;
  }

  private void check() {
    for (int i = 0; i < slots.length; i++) {
      SlotRecord recorded = record.slots().get(i);
      Slot now = slots[i];
      if (now == null) {
        requireOwn(recorded.owner());
      } else {
        check(recorded, now);
      }
    }
    for (Slot slot : free.values()) {
      requireOwn(slot.owner());
      if (isState(slot)) {
        doubts.add(field(slot.name()) + " is new");
      }
    }
    if (!aliases.nowIn(record.generics()).equals(kind.layout().generics())) {
      doubts.add(record.name() + " has other type arguments");
    }
  }

  private void check(SlotRecord recorded, Slot now) {
    Optional<String> obstacle = Conversion.obstacle(recorded, now);
    if (obstacle.isPresent()) {
      throw refused(recorded.name(), obstacle.get());
    }
    if (recorded.type() != now.type()) {
      requireOwn(now.owner());
    }
    if (recorded.type().isPrimitive()
        && Conversion.makesFloating(recorded.type(), Conversion.numberIn(now))) {
      doubts.add(
          field(now.name())
              + " was "
              + recorded.type().type().getName()
              + " and is "
              + now.declared().getName());
    }
    if (!aliases.nowIn(recorded.generics()).equals(now.generics())) {
      doubts.add(field(now.name()) + " has other type arguments");
    }
  }

  /** Of a frame nothing is made up: a place that was not recorded keeps what it has. */
  private boolean isState(Slot slot) {
    return kind.type() != Frame.class
        && (slot.mark() == Mark.COMPARED || slot.mark() == Mark.UNCOMPARED);
  }

  /** What is left out of an object of the JDK, or put in, breaks it. */
  private void requireOwn(String owner) {
    boolean made = owner.isEmpty() && kind.type() != Frame.class;
    if (made || Origin.isJdk(kind.type())) {
      throw new CodecException(
          record.name(),
          "Cannot decode the snapshot; "
              + record.name()
              + " is made otherwise in the JDK that"
              + " wrote it");
    }
  }

  private String field(String name) {
    return kind.type().getName() + "." + name;
  }

  private CodecException refused(String name, String why) {
    String field = field(name);
    return new CodecException(field, "Cannot decode the snapshot; " + field + " " + why + " now");
  }

  @Nullable Slot[] slots() {
    return slots;
  }

  List<Slot> missing() {
    return new ArrayList<>(free.values());
  }

  List<String> doubts() {
    return doubts;
  }
}
