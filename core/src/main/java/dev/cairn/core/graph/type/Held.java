package dev.cairn.core.graph.type;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Objects that lie in containers which constants hold. Keeps them alive. For one thread. */
public final class Held {
  private final Map<Object, Constant> constants = new IdentityHashMap<>();
  private final Set<Class<?>> types = Collections.newSetFromMap(new IdentityHashMap<>());

  Held() {}

  /** Adds an object that lies in what a constant holds; answers whether it was not there. */
  boolean add(Object object, Constant constant) {
    types.add(object.getClass());
    return constants.putIfAbsent(object, constant) == null;
  }

  /** Whether there is an instance of exactly this class. */
  public boolean contains(Class<?> type) {
    return types.contains(type);
  }

  /** The constant in which an object lies, if it does. */
  public Optional<Constant> constant(Object object) {
    return Optional.ofNullable(constants.get(object));
  }
}
