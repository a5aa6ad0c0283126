package dev.cairn.core.graph;

import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.kind.Kind;
import dev.cairn.core.graph.number.IdentityNumbers;
import dev.cairn.core.graph.type.Constant;
import dev.cairn.core.graph.type.Held;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.Fingerprint;
import dev.cairn.core.model.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The constants that objects of one snapshot belong to. The content of each that is met is walked,
 * so that it can be told whether it is what it was, and so that what lies in it is found by its
 * number there. For one thread.
 */
public final class ConstantLinks {
  private final Kinds kinds;
  private final GraphWalker contents;
  private final IdentityNumbers known = new IdentityNumbers();
  private final List<ConstantLink> links = new ArrayList<>();

  /** Classes of what lies in constants that were met. */
  private final Set<Class<?>> opened = new HashSet<>();

  /** Whether instances of a class may belong to a constant: most do not, and are many. */
  private final Map<Class<?>, Boolean> belong = new HashMap<>();

  private @Nullable Class<?> stranger;
  private @Nullable Held held;
  private boolean late;

  ConstantLinks(Kinds kinds, GraphWalker contents) {
    this.kinds = kinds;
    this.contents = contents;
  }

  /** What a writer of a snapshot knows. */
  public interface Writing {
    /** Whether a class is found again by its name. */
    boolean finds(Class<?> type);

    /** Whether an object is one of the call's inputs. */
    boolean isInput(Object object);

    /** Whether an object was taken for a new one. */
    boolean isNew(Object object);
  }

  /**
   * The link for an object, if it belongs to a constant.
   *
   * @throws UncapturableException if the constant's content cannot be walked
   */
  public Optional<ConstantLink> of(Object object, Writing writing) {
    Class<?> type = object.getClass();
    if (type == stranger || !belong.computeIfAbsent(type, this::mayBelong)) {
      stranger = type;
      return Optional.empty();
    }
    int place = known.get(object);
    if (place < 0) {
      open(object, writing);
      place = known.get(object);
    }
    return place < 0 ? Optional.empty() : Optional.of(links.get(place));
  }

  private boolean mayBelong(Class<?> type) {
    boolean inside = held().contains(type) || opened.contains(type);
    return !(kinds.of(type) instanceof Kind.Positioned) && (inside || kinds.constants().hold(type));
  }

  private Held held() {
    Held known = held;
    if (known == null) {
      kinds.constants().refresh();
      known = kinds.constants().inside();
      held = known;
    }
    return known;
  }

  private void open(Object object, Writing writing) {
    List<Constant> direct = kinds.constants().of(object);
    Optional<Constant> around = held().constant(object);
    if (!direct.isEmpty()) {
      open(direct, object, writing);
    } else if (around.isPresent()) {
      kinds
          .constant(around.get().owner(), around.get().name())
          .filter(container -> !writing.isInput(container))
          .ifPresent(container -> open(List.of(around.get()), container, writing));
    }
  }

  private void open(List<Constant> candidates, Object content, Writing writing) {
    Constant constant =
        candidates.stream()
            .filter(candidate -> writing.finds(candidate.owner()))
            .findFirst()
            .orElseThrow(() -> notFound(candidates.get(0)));
    if (!constant.compared()) {
      add(content, new ConstantLink(constant, ConstantLink.ITSELF, Optional.empty()), writing);
      return;
    }
    WalkedGraph walked = walk(content);
    Optional<Fingerprint> fingerprint = Optional.of(walked.fingerprint());
    add(content, new ConstantLink(constant, ConstantLink.ITSELF, fingerprint), writing);
    for (int number = ConstantLink.ITSELF + 1; number < walked.size(); number++) {
      int found = number < walked.compared() ? number : ConstantLink.LOST;
      add(walked.object(number), new ConstantLink(constant, found, fingerprint), writing);
    }
  }

  private static UncapturableException notFound(Constant constant) {
    return new UncapturableException(
        constant.toString(),
        "it belongs to the constant "
            + constant
            + ", whose class is not found by that name from the stage's loader");
  }

  private void add(Object object, ConstantLink link, Writing writing) {
    if (known.addIfAbsent(object) < 0) {
      links.add(link);
      if (opened.add(object.getClass())) {
        belong.clear();
        stranger = null;
      }
      late |= writing.isNew(object);
    }
  }

  /**
   * Whether, since the last time this was asked, a constant was met after objects in it had been
   * taken for new ones.
   */
  public boolean takeLate() {
    boolean taken = late;
    late = false;
    return taken;
  }

  /**
   * Walks the content of what a constant holds; what cannot be walked there is not looked into.
   *
   * @throws UncapturableException if it is too large or changes meanwhile
   */
  public WalkedGraph walk(Object content) {
    return contents.walk(
        Frame.ofArguments(
            List.of(Parameter.plain("constant")),
            new Object[] {content},
            ClassLoader.getPlatformClassLoader()));
  }
}
