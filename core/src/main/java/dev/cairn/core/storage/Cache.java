package dev.cairn.core.storage;

import dev.cairn.core.model.Payload;
import java.util.Optional;

/**
 * Keeps what can be made again at any time. It may forget everything, keep nothing, or hand out
 * what was damaged meanwhile: whoever reads from it checks. It never fails. Safe for use by many
 * threads.
 */
public interface Cache {
  /** Keeps nothing. */
  Cache NONE =
      new Cache() {
        @Override
        public Optional<Payload> read(String name) {
          return Optional.empty();
        }

        @Override
        public void write(String name, Payload content) {
          // what is not kept is made again
        }
      };

  /** What was written last under a name, if it is still there. */
  Optional<Payload> read(String name);

  /** Keeps something in place of what had the name. */
  void write(String name, Payload content);
}
