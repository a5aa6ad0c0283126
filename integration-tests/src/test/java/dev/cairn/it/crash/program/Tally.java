package dev.cairn.it.crash.program;

/** Counts along; kept in a field of the pipeline. */
interface Tally {
  void add(int number);

  int total();
}
