package dev.cairn.core.engine.programs.language;

import java.util.List;

/** What can be said of stages without running them. A call of itself adds nothing to a stage. */
record Traits(List<Stage> stages) {

  /** Whether a stage may fail in the end. */
  boolean fails(Stage stage) {
    return fails(stage.body(), stage.terms().retries(), stage.number());
  }

  boolean fails(List<Statement> body, int retries, int stage) {
    return body.stream().anyMatch(statement -> fails(statement, retries, stage));
  }

  private boolean fails(Statement statement, int retries, int stage) {
    if (statement instanceof Blocks.Fail || statement instanceof Blocks.FailOld) {
      return true;
    }
    if (statement instanceof Blocks.FailEarly early) {
      return early.tries() > retries;
    }
    if (statement instanceof Blocks.FailOnce) {
      return retries == 0;
    }
    if (statement instanceof Calling.Call call) {
      return call.stage() < stage && fails(stages.get(call.stage()));
    }
    return !(statement instanceof Blocks.Try)
        && statement.bodies().stream().anyMatch(inner -> fails(inner, retries, stage));
  }

  boolean touchesWorld(Stage stage) {
    return stage.kind() == Stage.Kind.LEAF || touchesWorld(stage.body(), stage.number());
  }

  /** Whether statements of a stage have to do with the world, effects that are told apart. */
  boolean touchesWorld(List<Statement> body, int stage) {
    return body.stream().anyMatch(statement -> touchesWorld(statement, stage));
  }

  private boolean touchesWorld(Statement statement, int stage) {
    if (statement instanceof Calling.Call call && call.stage() < stage) {
      return touchesWorld(stages.get(call.stage()));
    }
    return statement.bodies().stream().anyMatch(inner -> touchesWorld(inner, stage));
  }
}
