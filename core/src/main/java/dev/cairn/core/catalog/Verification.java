package dev.cairn.core.catalog;

import dev.cairn.core.model.RunId;
import java.util.List;

/**
 * What came of looking for damage.
 *
 * @param runs how many runs were looked at
 * @param checkpoints how many checkpoints they have that were not forgotten
 * @param readBytes how many raw bytes of snapshots were read and compared with their digests
 * @param findings what is wrong; nothing of it was changed
 */
public record Verification(int runs, int checkpoints, long readBytes, List<Finding> findings) {

  /**
   * One thing that is not as it was written.
   *
   * @param run the run
   * @param entry the entry of its log, 0 for something else
   * @param subject the file's key in the store
   * @param message what was expected and found, in a sentence
   */
  public record Finding(RunId run, long entry, String subject, String message) {}
}
