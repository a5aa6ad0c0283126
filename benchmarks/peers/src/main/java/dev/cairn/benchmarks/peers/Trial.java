package dev.cairn.benchmarks.peers;

import dev.cairn.benchmarks.peers.Peer.Name;
import java.util.Optional;

/**
 * What became of a pipeline that was killed once and started again until it was finished.
 *
 * @param subject what ran, and how
 * @param number which of its trials
 * @param wrong whether its result is another than without a kill
 * @param journal what was done more than once
 * @param manual whether it went on only after something that a person would have to do
 * @param stuck whether it did not go on at all
 */
record Trial(
    Subject subject, int number, boolean wrong, Journal journal, boolean manual, boolean stuck) {
  private static final int WORDS = 8;

  /** A peer with a pipeline whose stages return their state, or only change it in place. */
  record Subject(Name peer, boolean inPlace) {
    @Override
    public String toString() {
      return peer.title() + (inPlace ? ", in place" : "");
    }
  }

  /** As a line of a file. */
  String line() {
    return String.join(
        " ",
        subject.peer.name(),
        String.valueOf(subject.inPlace),
        String.valueOf(number),
        String.valueOf(wrong),
        String.valueOf(journal.repeated()),
        String.valueOf(journal.lost()),
        String.valueOf(manual),
        String.valueOf(stuck));
  }

  /** Out of a line; empty where it was torn off. */
  static Optional<Trial> of(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != WORDS) {
      return Optional.empty();
    }
    return Optional.of(
        new Trial(
            new Subject(Name.valueOf(words[0]), Boolean.parseBoolean(words[1])),
            Integer.parseInt(words[2]),
            Boolean.parseBoolean(words[3]),
            new Journal(Integer.parseInt(words[4]), Integer.parseInt(words[5])),
            Boolean.parseBoolean(words[6]),
            Boolean.parseBoolean(words[7])));
  }
}
