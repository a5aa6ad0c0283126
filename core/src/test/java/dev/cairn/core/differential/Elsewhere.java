package dev.cairn.core.differential;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A program of its own: says the fingerprints of some cases. */
final class Elsewhere {

  private Elsewhere() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Fingerprints fingerprints = new Fingerprints(Sabotage.NONE);
    for (int number = 0; number < Integer.parseInt(arguments[0]); number++) {
      out.println(fingerprints.of(fingerprints.call(Fingerprints.ordinary(number))));
    }
  }
}
