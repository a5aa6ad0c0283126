package dev.cairn.core.config;

/** How much Cairn says about itself: {@code cairn.log}. Each level includes those before it. */
public enum LogLevel {
  /** Nothing at all. */
  OFF,
  /** What a user should act on. */
  WARN,
  /** One line for each run and call. */
  INFO,
  /** Also why and how. */
  DEBUG
}
