package dev.cairn.core.config;

/** Which snapshots are decoded and compared right after they were encoded: {@code cairn.verify}. */
public enum VerifyPolicy {
  /** Those with a class that was not yet verified in this process. */
  NEW,
  /** All. */
  ALWAYS,
  /** None. */
  NEVER
}
