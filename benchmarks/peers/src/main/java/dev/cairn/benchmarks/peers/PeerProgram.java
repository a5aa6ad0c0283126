package dev.cairn.benchmarks.peers;

import dev.cairn.benchmarks.peers.Peer.Name;
import dev.cairn.benchmarks.peers.Pipeline.Plan;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Runs the pipeline with one peer, or goes on with it, and prints what that took, in lines of a
 * name and numbers. Arguments: the peer, its folder, the journal, kilobytes of state, percent
 * changed, stages, whether in place, and the stage that the process does not survive, or -1.
 */
final class PeerProgram {
  /** What somebody must have done by hand for the pipeline to go on. */
  static final String MANUAL = "manual";

  private static final int PLAN = 3;

  private PeerProgram() {}

  public static void main(String[] arguments) throws Exception {
    Peer peer = Peer.of(Name.valueOf(arguments[0]), Path.of(arguments[1]));
    Pipeline pipeline =
        new Pipeline(plan(arguments), Path.of(arguments[2]), done -> halt(peer, done));
    long result = peer.run(pipeline);
    print(peer, pipeline);
    System.out.println("result " + result);
    System.out.flush();
    // a peer may have left threads behind
    Runtime.getRuntime().halt(0);
  }

  private static Plan plan(String[] arguments) {
    return new Plan(
        Integer.parseInt(arguments[PLAN]),
        Integer.parseInt(arguments[PLAN + 1]),
        Integer.parseInt(arguments[PLAN + 2]),
        Boolean.parseBoolean(arguments[PLAN + 3]),
        Integer.parseInt(arguments[PLAN + 4]));
  }

  private static void halt(Peer peer, Pipeline pipeline) {
    print(peer, pipeline);
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static void print(Peer peer, Pipeline pipeline) {
    pipeline.gaps().forEach(nanos -> System.out.println("held " + nanos));
    pipeline.firstBody().ifPresent(PeerProgram::printStart);
    try {
      System.out.println("stored " + peer.storedBytes());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void printStart(Instant first) {
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.println("start " + (first.toEpochMilli() - started));
  }
}
