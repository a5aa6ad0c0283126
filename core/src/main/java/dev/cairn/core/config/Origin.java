package dev.cairn.core.config;

/**
 * Where a setting's value comes from.
 *
 * @param source the kind of place
 * @param place the place in the words of a user: {@code cairn.properties line 3}
 */
public record Origin(Source source, String place) {
  static final Origin AGENT_ARGUMENT = new Origin(Source.AGENT_ARGUMENT, "agent argument");
  static final Origin SYSTEM_PROPERTY = new Origin(Source.SYSTEM_PROPERTY, "system property");
  static final Origin REHEARSAL = new Origin(Source.REHEARSAL, "rehearsal");
  static final Origin DEFAULT = new Origin(Source.DEFAULT, "default");

  /** The kinds of place, the strongest first. */
  public enum Source {
    /** {@code java -jar cairn.jar rehearse} started this JVM. */
    REHEARSAL,
    /** {@code -javaagent:cairn.jar=store=/data/ck}. */
    AGENT_ARGUMENT,
    /** {@code -Dcairn.store=/data/ck}. */
    SYSTEM_PROPERTY,
    /** {@code CAIRN_STORE=/data/ck}. */
    ENVIRONMENT,
    /** A line of {@code cairn.properties}. */
    FILE,
    /** Nobody said anything. */
    DEFAULT
  }

  static Origin environment(String variable) {
    return new Origin(Source.ENVIRONMENT, "environment " + variable);
  }

  static Origin file(String name, int line) {
    return new Origin(Source.FILE, name + " line " + line);
  }

  @Override
  public String toString() {
    return place;
  }
}
