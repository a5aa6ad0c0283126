package dev.cairn.core.engine.programs.language;

/** An object with a stage of its own. The bytecode of the stage tells which fields are inputs. */
public final class Desk {
  /** The stage's name. */
  public static final String STAGE = "work";

  /** The stage's descriptor. */
  public static final String DESCRIPTOR =
      "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;";

  Node paper;
  int count;

  Desk(Node paper) {
    this.paper = paper;
  }

  /** Never called: the interpreter does its work. It shows the fields that a stage uses. */
  Object work(Object one, Object other) {
    count++;
    paper = (Node) one;
    return other;
  }
}
