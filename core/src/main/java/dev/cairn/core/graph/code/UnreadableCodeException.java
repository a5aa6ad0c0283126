package dev.cairn.core.graph.code;

/** The code of a class that counts is not to be had, so that it cannot be compared. */
final class UnreadableCodeException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableCodeException(String internalName) {
    super("the class file of " + internalName.replace('/', '.') + " cannot be read");
  }
}
