package dev.cairn.core.config;

/** What a failed save means for the program: {@code cairn.on-save-error}. */
public enum SaveErrorPolicy {
  /** The call is unprotected and the program goes on. */
  CONTINUE,
  /** The call throws. */
  FAIL
}
