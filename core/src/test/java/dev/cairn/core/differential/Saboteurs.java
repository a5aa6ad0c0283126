package dev.cairn.core.differential;

import dev.cairn.core.differential.program.AppModel.Badge;
import dev.cairn.core.differential.program.AppModel.Node;
import dev.cairn.core.differential.program.Heap;
import dev.cairn.core.graph.WalkedGraph;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;

/** Products that are wrong in one way each. */
final class Saboteurs {

  private Saboteurs() {}

  /** Those that a heap shows, and the fingerprint of what was restored, too. */
  static Stream<Named<Sabotage>> ofRestores() {
    return Stream.of(
        Named.of("drops a field", droppingAField()),
        Named.of("copies what is shared", copyingWhatIsShared()),
        Named.of("reorders maps", reorderingMaps()),
        Named.of("replaces what is unchanged", replacingWhatIsUnchanged()),
        Named.of("overlooks changes", overlookingChanges()),
        Named.of("sees changes that are none", seeingChangesThatAreNone()));
  }

  /** Forgets a field when it reads: walk and encoding do not see it. */
  static Sabotage ignoringASlot() {
    return treating(
        Node.class,
        kind ->
            new Treated(kind) {
              @Override
              public void visit(Object object, ContentSink sink) {
                kind.visit(object, new Changed(sink, Saboteurs::withoutCount, value -> value));
              }
            });
  }

  private static long withoutCount(Slot slot, long bits) {
    return slot.name().equals("count") ? 0 : bits;
  }

  /** Forgets a field when it writes. */
  static Sabotage droppingAField() {
    return treating(
        Node.class,
        kind ->
            new Treated(kind) {
              @Override
              public void assign(Object object, Content content) {
                layout().slots().stream()
                    .filter(slot -> slot.name().equals("next"))
                    .forEach(content::leave);
                kind.assign(object, content);
              }
            });
  }

  /** Writes a copy wherever a key is referred to. */
  static Sabotage copyingWhatIsShared() {
    return treating(
        Object.class,
        kind ->
            new Treated(kind) {
              @Override
              public void assign(Object object, Content content) {
                content.replace(Saboteurs::copy);
                kind.assign(object, content);
              }
            });
  }

  /** Sees a copy wherever a key is referred to, so that no two references are one object's. */
  static Sabotage forgettingAliases() {
    return treating(
        Object.class,
        kind ->
            new Treated(kind) {
              @Override
              public void visit(Object object, ContentSink sink) {
                kind.visit(object, new Changed(sink, (slot, bits) -> bits, Saboteurs::copy));
              }
            });
  }

  private static @Nullable Object copy(@Nullable Object object) {
    if (!(object instanceof Badge key)) {
      return object;
    }
    Badge copy = new Badge(key.id);
    copy.payload = key.payload;
    return copy;
  }

  /** Fills maps backwards. */
  static Sabotage reorderingMaps() {
    return treating(
        LinkedHashMap.class,
        kind ->
            new Treated(kind) {
              @Override
              public void assign(Object object, Content content) {
                List<@Nullable Object> pairs = Arrays.asList(content.elements());
                Collections.reverse(pairs);
                for (int i = 0; i + 1 < pairs.size(); i += 2) {
                  Collections.swap(pairs, i, i + 1);
                }
                kind.assign(object, content);
              }
            });
  }

  /** Fills lists anew that have not changed: only an open iteration can tell. */
  static Sabotage rewritingWhatIsUnchanged() {
    return new Sabotage() {
      @Override
      public void afterRestore(Heap heap) {
        for (Object object : heap.objects()) {
          if (object.getClass() == ArrayList.class) {
            refill((ArrayList<?>) object);
          }
        }
      }
    };
  }

  private static <T> void refill(ArrayList<T> list) {
    List<T> elements = new ArrayList<>(list);
    list.clear();
    list.addAll(elements);
  }

  /** Puts an equal list in the place of one that has not changed. */
  static Sabotage replacingWhatIsUnchanged() {
    return new Sabotage() {
      @Override
      public void afterRestore(Heap heap) {
        for (Object object : heap.objects()) {
          if (object instanceof Node node && node.items != null) {
            node.items = new ArrayList<>(node.items);
          }
        }
      }
    };
  }

  /** Takes every object for one that is as it was. */
  static Sabotage overlookingChanges() {
    return recording(Recorded::asItIs);
  }

  /** Takes every object for one that has changed. */
  static Sabotage seeingChangesThatAreNone() {
    return recording(Recorded::asItNeverWas);
  }

  private static Sabotage recording(BiConsumer<Recorded, Integer> falsification) {
    return new Sabotage() {
      @Override
      public void beforeEncoding(WalkedGraph entry) {
        Recorded recorded = new Recorded(entry);
        for (int number = 1; number < entry.size(); number++) {
          if (entry.object(number) instanceof Node) {
            falsification.accept(recorded, number);
          }
        }
      }
    };
  }

  private static Sabotage treating(Class<?> type, Treatment treatment) {
    return new Sabotage() {
      @Override
      public Kind treat(Kind kind) {
        return kind instanceof NodeKind node && type.isAssignableFrom(node.type())
            ? treatment.of(node)
            : kind;
      }
    };
  }

  private interface Treatment {
    NodeKind of(NodeKind kind);
  }

  private interface Bits {
    long of(Slot slot, long bits);
  }

  private interface Reference {
    @Nullable Object of(@Nullable Object value);
  }

  /** Passes on something else than it gets. */
  private record Changed(ContentSink inner, Bits bits, Reference references)
      implements ContentSink {
    @Override
    public void primitive(Slot slot, long value) {
      inner.primitive(slot, bits.of(slot, value));
    }

    @Override
    public void reference(Slot slot, @Nullable Object value) {
      inner.reference(slot, references.of(value));
    }

    @Override
    public void body(int count) {
      inner.body(count);
    }

    @Override
    public void element(@Nullable Object value) {
      inner.element(references.of(value));
    }

    @Override
    public void primitives(Object array) {
      inner.primitives(array);
    }
  }
}
