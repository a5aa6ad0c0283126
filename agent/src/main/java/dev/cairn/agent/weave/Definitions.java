package dev.cairn.agent.weave;

import dev.cairn.agent.mark.Attributes;
import dev.cairn.agent.mark.Backoff;
import dev.cairn.agent.mark.MarkedMethod;
import dev.cairn.core.model.CodeChangePolicy;
import dev.cairn.core.model.PipelineDefinition;
import dev.cairn.core.model.PipelineDefinition.OnComplete;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StageId;
import dev.cairn.core.model.StagePolicy;
import dev.cairn.core.model.StagePolicy.Retries;
import java.util.Optional;
import net.bytebuddy.jar.asm.Opcodes;

/** Makes definitions of what methods say about themselves. Stateless. */
final class Definitions {
  private static final String CONTINUATION = "Lkotlin/coroutines/Continuation;)Ljava/lang/Object;";

  private Definitions() {}

  /** Why calls of this method cannot be protected, or empty if they can. */
  static Optional<String> obstacle(MarkedMethod method) {
    if (method.id().methodName().startsWith("<")) {
      return Optional.of(
          "a constructor cannot be skipped; move its work into a method and annotate that");
    }
    if (method.has(Opcodes.ACC_ABSTRACT)) {
      return Optional.of("the method has no body; annotate the methods that implement it");
    }
    if (method.has(Opcodes.ACC_NATIVE)) {
      return Optional.of("the method is native; annotate the Java method that calls it");
    }
    if (method.id().descriptor().endsWith(CONTINUATION)) {
      return Optional.of(
          "a Kotlin suspend function returns before its work is done; annotate an ordinary function"
              + " that it calls");
    }
    return Optional.empty();
  }

  /**
   * What a marked method is.
   *
   * @throws IllegalArgumentException if an attribute has no meaning, saying which and why
   */
  static WovenMethod of(MarkedMethod method) {
    return method
        .pipeline()
        .<WovenMethod>map(said -> new WovenMethod.Pipeline(pipeline(method, said)))
        .orElseGet(() -> new WovenMethod.Stage(stage(method, method.stage().orElseThrow())));
  }

  private static PipelineDefinition pipeline(MarkedMethod method, Attributes said) {
    return new PipelineDefinition(
        method.id(),
        name(method.id(), said),
        method.parameters(),
        said.choice("onComplete", OnComplete.START_NEW),
        said.flag("rollback"));
  }

  private static StageDefinition stage(MarkedMethod method, Attributes said) {
    return new StageDefinition(
        method.id(), name(method.id(), said), method.parameters(), policy(said));
  }

  private static StagePolicy policy(Attributes said) {
    int retries = said.number("retries");
    if (retries < 0) {
      throw new IllegalArgumentException("retries = " + retries + " is negative");
    }
    return new StagePolicy(
        said.choice("onCodeChange", CodeChangePolicy.RERUN),
        said.text("version"),
        said.flag("cutoff"),
        said.flag("rollback"),
        retries == 0 ? Retries.NONE : new Retries(retries, Backoff.parse(said.text("backoff"))));
  }

  private static String name(StageId id, Attributes said) {
    String name = said.text("name").strip();
    return name.isEmpty() ? id.defaultName() : name;
  }
}
