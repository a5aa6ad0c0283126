package dev.cairn.it.agent.program;

/** A program that knows nothing of Cairn. */
public final class Greeting {
  private Greeting() {}

  /** Greets. */
  public static void main(String[] arguments) {
    System.out.println("hello from main");
  }
}
