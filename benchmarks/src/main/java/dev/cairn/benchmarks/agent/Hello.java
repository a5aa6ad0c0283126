package dev.cairn.benchmarks.agent;

/** The smallest program. */
public final class Hello {
  private Hello() {}

  /** Greets. */
  public static void main(String[] arguments) {
    System.out.println("hello");
  }
}
