package dev.cairn.core.engine;

import dev.cairn.core.codec.Restoration;
import dev.cairn.core.codec.SnapshotCodec;
import dev.cairn.core.engine.match.CallRecords;
import dev.cairn.core.engine.match.Caller;
import dev.cairn.core.engine.match.ChangedCallers;
import dev.cairn.core.engine.match.Decision;
import dev.cairn.core.engine.match.MatchingRules;
import dev.cairn.core.engine.match.MatchingRules.Recording;
import dev.cairn.core.engine.match.RecordedCalls;
import dev.cairn.core.engine.match.RecordedCalls.Place;
import dev.cairn.core.engine.match.StageDecider;
import dev.cairn.core.engine.program.Program;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.model.CallFacts;
import dev.cairn.core.model.CallKey;
import dev.cairn.core.model.CallPath;
import dev.cairn.core.model.Checkpoint;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Engines that break one rule each, so that tests can be seen to notice. */
public final class BrokenRules {
  private static final MatchingRules SOUND =
      new MatchingRules(ChangedCallers::of, StageDecider::decide, OpenCalls::path);

  private BrokenRules() {}

  private static Engine engine(EngineParts parts, EngineOptions options, Recording recording) {
    return new Engine(
        parts,
        options,
        Program.UNKNOWN,
        new MatchingRules(recording, SOUND.deciding(), SOUND.sharing()));
  }

  /** A record counts under any parent. */
  public static Engine ignoringParents(EngineParts parts, EngineOptions options) {
    return engine(
        parts,
        options,
        renaming(path -> CallPath.ROOT.child(path.last()), UnaryOperator.identity()));
  }

  /** The n-th call of a stage gets its n-th record, whatever its inputs. */
  public static Engine matchingByPosition(EngineParts parts, EngineOptions options) {
    return engine(
        parts,
        options,
        renaming(
            path ->
                path.parent()
                    .child(new CallKey(path.last().stage(), "any", path.last().occurrence())),
            discriminator -> "any"));
  }

  /** A record counts for each of several equal calls. */
  public static Engine ignoringOccurrences(EngineParts parts, EngineOptions options) {
    return engine(
        parts,
        options,
        history ->
            new Asked(ChangedCallers.of(history)) {
              @Override
              public Place take(
                  Caller caller, String stage, String discriminator, boolean inputsAlone) {
                Place place = super.take(caller, stage, discriminator, inputsAlone);
                return place.recorded().isNone()
                    ? RecordedCalls.of(history).take(caller, stage, discriminator, inputsAlone)
                    : place;
              }
            });
  }

  /** What began after a call that ran anew still counts. */
  public static Engine keepingVoidRecords(EngineParts parts, EngineOptions options) {
    return engine(
        parts,
        options,
        history ->
            new Asked(ChangedCallers.of(history)) {
              @Override
              public Place take(
                  Caller caller, String stage, String discriminator, boolean inputsAlone) {
                return super.take(caller, stage, discriminator, true);
              }
            });
  }

  /** A change of the code that makes the calls does not matter. */
  public static Engine overlookingChangedCallers(EngineParts parts, EngineOptions options) {
    return engine(parts, options, RecordedCalls::of);
  }

  /** What a try recorded counts though the try was undone. */
  public static Engine keepingUndoneRecords(EngineParts parts, EngineOptions options) {
    return engine(parts, options, history -> with(history, UnaryOperator.identity()));
  }

  /** Calls that change the same object at the same time are recorded. */
  public static Engine overlookingOverlaps(EngineParts parts, EngineOptions options) {
    return new Engine(
        parts,
        options,
        Program.UNKNOWN,
        new MatchingRules(
            SOUND.recording(), SOUND.deciding(), (inputs, object) -> Optional.empty()));
  }

  /** Changed code does not matter. */
  public static Engine ignoringCode(EngineParts parts, EngineOptions options) {
    return new Engine(
        parts,
        options,
        Program.UNKNOWN,
        new MatchingRules(
            SOUND.recording(),
            (stage, inputs, code, recorded) ->
                recorded instanceof Place.Match match
                    ? new Decision.Restore(match.checkpoint(), "any code will do")
                    : StageDecider.decide(stage, inputs, code, recorded),
            SOUND.sharing()));
  }

  /** With a key, what the call changed may have been anything before. */
  public static Engine trustingKeys(EngineParts parts, EngineOptions options) {
    SnapshotCodec codec =
        proxy(
            SnapshotCodec.class,
            parts.codec(),
            answer -> answer instanceof Restoration decoded ? trusted(decoded) : answer);
    return new Engine(
        new EngineParts(
            parts.store(), parts.frames(), parts.walker(), codec, parts.listeners(), parts.clock()),
        options);
  }

  private static Restoration trusted(Restoration decoded) {
    try {
      Field difference = Restoration.class.getDeclaredField("difference");
      difference.setAccessible(true);
      difference.set(decoded, Optional.empty());
      return decoded;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a restoration knows what differs", e);
    }
  }

  private static <T> T proxy(Class<T> type, T target, UnaryOperator<Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return answers.apply(method.invoke(target, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static Recording renaming(
      UnaryOperator<CallPath> paths, Function<String, String> discriminators) {
    return history -> {
      CallRecords records = with(history, each -> with(each, paths.apply(each.call().path())));
      return new Asked(records) {
        @Override
        public Place take(Caller caller, String stage, String discriminator, boolean inputsAlone) {
          CallKey key = new CallKey(stage, discriminators.apply(discriminator), 0);
          CallPath path = paths.apply(caller.path().child(key));
          Caller renamed = new Caller(path.parent(), caller.code());
          Place place = super.take(renamed, stage, path.last().discriminator(), inputsAlone);
          CallKey own = new CallKey(stage, discriminator, place.path().last().occurrence());
          return new Place(caller.path().child(own), place.recorded(), place.replaces());
        }
      };
    };
  }

  private static CallRecords with(RunHistory history, UnaryOperator<Checkpoint> change) {
    return new RecordedCalls(
        history.checkpoints().stream().map(change).toList(),
        original -> true,
        !history.damages().isEmpty());
  }

  private static Checkpoint with(Checkpoint original, CallPath path) {
    CallFacts call = original.call();
    return new Checkpoint(
        original.run(),
        original.seq(),
        original.epoch(),
        original.at(),
        new CallFacts(
            path,
            call.inputs(),
            call.parts(),
            call.code(),
            call.methods(),
            call.reason(),
            call.began(),
            call.startedAt(),
            call.endedAt(),
            call.codec(),
            call.classes(),
            call.metadata(),
            call.notes()),
        original.payload());
  }

  /** Passes everything on. */
  private abstract static class Asked implements CallRecords {
    private final CallRecords records;

    Asked(CallRecords records) {
      this.records = records;
    }

    @Override
    public Place take(Caller caller, String stage, String discriminator, boolean inputsAlone) {
      return records.take(caller, stage, discriminator, inputsAlone);
    }

    @Override
    public void replace(Place place) {
      records.replace(place);
    }

    @Override
    public void makeVoidAfter(long began) {
      records.makeVoidAfter(began);
    }
  }
}
