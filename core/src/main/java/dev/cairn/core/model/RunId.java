package dev.cairn.core.model;

import java.util.HexFormat;

/**
 * One run: {@code nightly-report/3f9a2c1b/7}.
 *
 * @param pipeline the pipeline's name
 * @param keyDigest {@link RunKey#digest()}, 32 hexadecimal digits
 * @param generation counts the runs of one key from 1
 */
public record RunId(String pipeline, String keyDigest, int generation) {
  private static final int DIGEST_DIGITS = 32;
  private static final int SHOWN_DIGITS = 8;

  public RunId {
    if (keyDigest.length() != DIGEST_DIGITS
        || !keyDigest.chars().allMatch(HexFormat::isHexDigit)
        || generation < 1
        || pipeline.isBlank()) {
      throw new IllegalArgumentException(
          "not a run: " + pipeline + "/" + keyDigest + "/" + generation);
    }
  }

  /** Whether this is the run that people call so: the short form, or one with more digits. */
  public boolean isCalled(String name) {
    String tail = "/" + generation;
    int digits = name.length() - pipeline.length() - 1 - tail.length();
    return digits >= SHOWN_DIGITS
        && name.startsWith(pipeline + "/")
        && name.endsWith(tail)
        && (pipeline + "/" + keyDigest)
            .startsWith(name.substring(0, name.length() - tail.length()));
  }

  /** The short form that people see and type. */
  @Override
  public String toString() {
    return pipeline + "/" + keyDigest.substring(0, SHOWN_DIGITS) + "/" + generation;
  }
}
