package dev.cairn.cli.rehearse;

import dev.cairn.core.rehearsal.Finding;

/** Findings in words: what was found, and what it likely comes from and what helps. */
final class Wording {
  private Wording() {}

  /** {@code would not match: ctx.startedAt}. */
  static String found(Finding finding) {
    String part = finding.part();
    String detail = finding.detail();
    return switch (finding.kind()) {
      case VARYING_INPUT -> "would not match: " + part + " is another one in every start";
      case CHANGED_INPUT -> "would not match: " + part + " is another one after a resume";
      case CHANGED_STATE -> "does not come back: " + part;
      case CHANGED_EFFECT -> "leaves another " + part + " after a resume, from equal inputs";
      case RAN_AGAIN -> "was finished and ran again: " + detail;
      case OTHER_CALLS -> "is called " + detail;
      case VARYING_KEY -> "is never resumed: another key in every start, now " + detail;
      case NOT_RESUMED -> "is not resumed: " + detail;
      case CHANGED_RESULT -> "ends with another " + part + " after a resume";
      case CHANGED_OUTPUT -> "standard output differs; " + detail;
      case CHANGED_STATUS -> "ends otherwise: " + detail;
    };
  }

  static String remedy(Finding finding) {
    return switch (finding.kind()) {
      case VARYING_INPUT ->
          "A time, a random number or an id made between stages? @Uncompared if the stage does not"
              + " depend on it, else make it inside a stage.";
      case CHANGED_INPUT ->
          "From a static, a thread-local, a local variable or something @Unsaved that a restored"
              + " stage had changed? Let that stage return it, or keep it in its arguments or fields.";
      case CHANGED_STATE -> "Please report this, with a run under -Dcairn.verify=always.";
      case CHANGED_EFFECT ->
          "Does it use a static, a thread-local or something @Unsaved that an earlier stage changed?"
              + " Keep that in the arguments or in a field of the stage's object.";
      case RAN_AGAIN -> "The reason says what would help.";
      case NOT_RESUMED -> "Does the command ask for a fresh start, or resume only young runs?";
      case OTHER_CALLS ->
          "Does the code between stages decide by something that no stage returns or leaves in its"
              + " arguments?";
      case VARYING_KEY -> "Mark with @Key the parameters that say which piece of work this is.";
      case CHANGED_RESULT, CHANGED_STATUS ->
          "Does the code between stages use a static, a thread-local or something @Unsaved that a"
              + " restored stage had changed?";
      case CHANGED_OUTPUT ->
          "What a restored stage prints is not printed again; what code between stages prints should"
              + " come from restored state.";
    };
  }
}
