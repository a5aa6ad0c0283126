package dev.cairn.examples.documents;

/**
 * How much work one report is. To make the example longer or shorter, change {@link #FULL}.
 *
 * @param debates how many debates are read at most
 * @param batches in how many calls they are analysed
 * @param topics how many topics a model looks for
 * @param models how many models are made, each from another start
 * @param blocks in how many calls each is refined
 * @param sweeps how often one such call goes over all words
 */
record Plan(int debates, int batches, int topics, int models, int blocks, int sweeps) {

  /** About 40 seconds on two cores. */
  static final Plan FULL = new Plan(1_200, 16, 12, 4, 6, 900);

  /** Where a batch begins in a list of the given size. */
  int start(int batch, int size) {
    return Math.toIntExact((long) size * batch / batches);
  }
}
