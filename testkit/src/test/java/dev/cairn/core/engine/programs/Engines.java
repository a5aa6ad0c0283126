package dev.cairn.core.engine.programs;

import dev.cairn.core.engine.Engine;
import dev.cairn.core.engine.EngineOptions;
import dev.cairn.core.engine.EngineParts;

/** Makes engines: sound ones, or such as break a rule. */
@FunctionalInterface
public interface Engines {
  /** What users have. */
  Engines SOUND = Engine::new;

  /** Of these parts. */
  Engine engine(EngineParts parts, EngineOptions options);
}
