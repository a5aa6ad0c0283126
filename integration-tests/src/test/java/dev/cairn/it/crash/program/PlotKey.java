package dev.cairn.it.crash.program;

/** A key with the equality of a record. */
record PlotKey(int row, String name) {}
