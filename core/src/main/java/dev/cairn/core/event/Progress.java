package dev.cairn.core.event;

/** Shows whoever waits how far a long piece of work is. Safe for use by many threads. */
public interface Progress {
  /** Shows nothing. */
  Progress NONE =
      task ->
          new Work() {
            @Override
            public void advance(long by) {}

            @Override
            public void now(String what) {}

            @Override
            public void close() {}
          };

  /** Begins a piece of work; whoever begins it closes it, however it ends. Never throws. */
  Work begin(Task task);

  /**
   * What is to be done.
   *
   * @param doing a word for it: {@code saving}
   * @param what on what; its text is asked for only if it is shown
   * @param total how much there is to do, as far as known; 0 where nothing is
   * @param unit in what that is counted
   */
  record Task(String doing, Object what, long total, Unit unit) {}

  /** In what work is counted. */
  enum Unit {
    BYTES,
    STEPS
  }

  /** A piece of work. None of its methods throws or waits. */
  interface Work extends AutoCloseable {
    /** So much more is done. Cheap, but not for every byte. */
    void advance(long by);

    /** What is being done now, where that is another thing than what is counted. */
    void now(String what);

    /** It is over; nothing more is shown. */
    @Override
    void close();
  }
}
