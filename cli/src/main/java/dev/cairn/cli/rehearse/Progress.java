package dev.cairn.cli.rehearse;

/** Is told, one sentence at a time, how far a rehearsal has come. */
@FunctionalInterface
interface Progress {
  void tell(String sentence);
}
