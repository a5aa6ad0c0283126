package dev.cairn.it.agent.program;

import dev.cairn.Checkpointed;

/** Marks what cannot be protected, and calls it. */
public final class NotProtected {
  private NotProtected() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    Contract contract = () -> "worked";
    System.out.println(contract.work() + " " + hasty());
  }

  private interface Contract {
    @Checkpointed
    String work();
  }

  @Checkpointed(retries = 1, backoff = "soon")
  private static String hasty() {
    return "in haste";
  }
}
