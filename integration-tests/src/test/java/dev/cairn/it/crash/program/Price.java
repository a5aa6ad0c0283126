package dev.cairn.it.crash.program;

/** A result that shares its key with the map it was made from. */
record Price(PlotKey key, long cents) {}
