package dev.cairn.core.graph.number;

/** The numbers that live objects had in another run. */
public interface Renumbering {

  /** The part of the object with a live number in the other run, or -1 if it was not there. */
  int part(int liveNumber);

  /** Its number within that part. */
  int local(int liveNumber);
}
