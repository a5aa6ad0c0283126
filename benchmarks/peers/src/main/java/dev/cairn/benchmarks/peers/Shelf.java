package dev.cairn.benchmarks.peers;

import dev.cairn.benchmarks.work.Dossier;
import java.io.IOException;

/** Where a program that does it by hand puts its state after each stage. */
interface Shelf extends AutoCloseable {
  /** How many states there are. */
  int count() throws IOException;

  /** The state after so many stages. */
  Dossier load(int count) throws IOException;

  /** Keeps the state after so many stages. */
  void save(int count, Dossier state) throws IOException;

  /** What all of them take. */
  long storedBytes() throws IOException;

  @Override
  void close();
}
