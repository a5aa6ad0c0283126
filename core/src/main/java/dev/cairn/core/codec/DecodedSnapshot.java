package dev.cairn.core.codec;

import dev.cairn.core.error.CodecException;
import dev.cairn.core.error.RestoreException;
import dev.cairn.core.graph.frame.ReceiverField;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot that fits the live inputs: decoded, verified, type-checked, nothing written yet. For
 * one thread, once.
 */
public interface DecodedSnapshot {

  /**
   * Whether the live inputs have another fingerprint than the recorded ones and an object that the
   * call changed has other content now than it had when the call was recorded: its path. Then the
   * call must execute (only calls with a key get so far).
   */
  Optional<String> difference();

  /**
   * What of the state is not as it was recorded, because classes have changed: a field that is new
   * and has its default, a float that is a double now. Each a sentence; none where everything is
   * exact. What can be neither kept nor converted is refused when it is decoded.
   */
  List<String> adapted();

  /**
   * The live objects that {@link #apply} writes, and a {@link ReceiverField} per field of the
   * receiver.
   */
  List<Object> written();

  /** What the call returned: to be looked at, before {@link #apply}, for its type only. */
  @Nullable Object result();

  /**
   * Writes into the live objects, calls their {@code @AfterRestore} methods, and returns what the
   * call returned. If anything fails, all is undone.
   *
   * @throws CodecException if it failed and everything is as before: the call executes
   * @throws RestoreException if undoing failed too
   */
  @Nullable Object apply();
}
