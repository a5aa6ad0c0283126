package dev.cairn.core.rehearsal;

import java.time.Duration;
import java.util.List;

/**
 * One start of the rehearsed command, at its end.
 *
 * @param transcript what its JVM saw
 * @param status its exit status, or {@link #NEVER_ENDED}
 * @param out the lines of its standard output
 * @param took how long it ran
 */
public record Trial(Transcript transcript, int status, List<String> out, Duration took) {
  /** Of a command that took so long that it was killed. */
  public static final int NEVER_ENDED = -1;

  public Trial {
    out = List.copyOf(out);
  }
}
