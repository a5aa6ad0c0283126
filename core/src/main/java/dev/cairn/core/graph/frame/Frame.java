package dev.cairn.core.graph.frame;

import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.model.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of one call as named places: one per argument, one per used field of {@code this}, and
 * at its end the return value. A frame is a view: places are read when asked, so that the frame of
 * the entry, asked at the exit, shows what the body assigned. Object 0 of every graph.
 *
 * <p>Holds strong references to the inputs: to be dropped with the call.
 */
public final class Frame {
  private final PlacesKind kind;
  private final Optional<Object> self;
  private final ClassLoader loader;
  private final Optional<Result> result;

  private Frame(
      PlacesKind kind, Optional<Object> self, ClassLoader loader, Optional<Result> result) {
    this.kind = kind;
    this.self = self;
    this.loader = loader;
    this.result = result;
  }

  Frame(List<Place> places, @Nullable Object self, @Nullable ClassLoader loader) {
    this(
        new PlacesKind(places),
        Optional.ofNullable(self),
        loader == null ? ClassLoader.getPlatformClassLoader() : loader,
        Optional.empty());
  }

  /** A frame of arguments alone: of a pipeline's parameters, of a static stage. */
  public static Frame ofArguments(
      List<Parameter> parameters, @Nullable Object[] arguments, ClassLoader loader) {
    return new Frame(Place.ofArguments(parameters, arguments), null, loader);
  }

  /** This frame with the return value as one more place: what the call left. */
  public Frame returning(@Nullable Object value) {
    return new Frame(kind, self, loader, Optional.of(new Result(value)));
  }

  /** The application's loader, through which recorded class names are resolved. */
  public ClassLoader loader() {
    return loader;
  }

  /** The receiver of the call, where it has one. */
  public Optional<Object> self() {
    return self;
  }

  /** What a place stands for among changed objects: the receiver's field with that slot. */
  public ReceiverField place(int slot) {
    return new ReceiverField(self.orElseThrow(), kind.layout().slots().get(slot).name());
  }

  /** Whether another frame has the same places of the same receiver, whatever they hold. */
  public boolean isLike(Frame other) {
    return loader == other.loader
        && self.orElse(null) == other.self.orElse(null)
        && kind.hasPlacesOf(other.kind);
  }

  /** How the places are read and written, as the content of an object. */
  public NodeKind kind() {
    return kind;
  }

  /** The return value, where the call has returned. */
  public Optional<Result> result() {
    return result;
  }

  /** What a call returned; null for void. */
  public record Result(@Nullable Object value) {}

  /** The places as slots of an object. */
  private static final class PlacesKind extends NodeKind {
    private final Map<Slot, Place> places = new HashMap<>();

    PlacesKind(List<Place> places) {
      super(Frame.class, layout(places));
      Map<String, Place> byName = new HashMap<>();
      places.forEach(place -> byName.put(place.name(), place));
      layout().slots().forEach(slot -> this.places.put(slot, byName.get(slot.name())));
    }

    private static Layout layout(List<Place> places) {
      Layout.Builder layout = Layout.of("frame");
      places.forEach(place -> layout.slot(Slot.made(place.name(), place.declared(), place.mark())));
      return layout.build();
    }

    /** Whether the places are called alike, and stand for the same fields. */
    boolean hasPlacesOf(PlacesKind other) {
      return layout().slots().equals(other.layout().slots())
          && layout().slots().stream()
              .allMatch(slot -> place(slot).field().equals(other.place(slot).field()));
    }

    @Override
    public void visit(Object frame, ContentSink sink) {
      for (Slot slot : layout().slots()) {
        sink.reference(slot, place(slot).reader().get());
      }
    }

    private Place place(Slot slot) {
      Place place = places.get(slot);
      if (place == null) {
        throw new IllegalArgumentException("no place " + slot.name());
      }
      return place;
    }

    @Override
    public Object create(Content content) {
      List<Place> held = new ArrayList<>();
      layout().slots().forEach(slot -> held.add(Place.holding(slot)));
      return new Frame(held, null, Frame.class.getClassLoader());
    }

    @Override
    public void assign(Object frame, Content content) {
      for (Slot slot : layout().slots()) {
        if (!content.isLeft(slot) && place(slot).reader().get() != content.get(slot)) {
          place(slot).writer().accept(content.get(slot));
        }
      }
    }
  }
}
