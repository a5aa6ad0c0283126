package dev.cairn.core.graph.type;

import dev.cairn.core.graph.number.IdentityNumbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Objects that lie in containers which constants hold. Keeps them alive. For one thread. */
public final class Held {
  private final IdentityNumbers places = new IdentityNumbers();
  private final List<Constant> constants = new ArrayList<>();
  private final Set<Class<?>> types = Collections.newSetFromMap(new IdentityHashMap<>());

  Held() {}

  /** Begins with what the next constant holds. */
  void begin(Constant constant) {
    constants.add(constant);
  }

  /** Adds an object; answers whether it was not there. */
  boolean add(Object object) {
    types.add(object.getClass());
    return places.putIfAbsent(object, constants.size() - 1) < 0;
  }

  /** Whether there is an instance of exactly this class. */
  public boolean contains(Class<?> type) {
    return types.contains(type);
  }

  /** The constant in which an object lies, if it does. */
  public Optional<Constant> constant(Object object) {
    int place = places.get(object);
    return place < 0 ? Optional.empty() : Optional.of(constants.get(place));
  }
}
