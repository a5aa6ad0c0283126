package dev.cairn.testkit.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.TestReporter;

/** The page on which the tables of sabotages stand, as the tests print them. */
public final class Guarantees {
  private static final Path PAGE = Path.of("..", "docs", "guarantees.md");

  private Guarantees() {}

  /** Prints a table, which must stand on the page. */
  public static void requireShown(String table, TestReporter reporter) throws IOException {
    reporter.publishEntry(table);
    assertThat(Files.readString(PAGE).contains(table)).as("on the page:\n" + table).isTrue();
  }
}
