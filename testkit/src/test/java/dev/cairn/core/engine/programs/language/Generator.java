package dev.cairn.core.engine.programs.language;

import dev.cairn.core.engine.programs.language.Stage.Kind;
import dev.cairn.core.engine.programs.language.Stage.Result;
import dev.cairn.core.engine.programs.language.Stage.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes programs of seeds. */
public final class Generator {
  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final List<Result> RESULTS = List.of(Result.values());
  private static final int STEPS = 12;
  private static final int CALLS = 3;

  private final SplittableRandom random;
  private final int size;
  private final boolean worldly;
  private final List<Stage> stages = new ArrayList<>();
  private final Traits traits = new Traits(stages);

  private Generator(long seed, int size) {
    this.random = new SplittableRandom(seed);
    this.size = size;
    this.worldly = random.nextInt(4) == 0;
  }

  /** The program of a seed; of two sizes the larger one allows larger programs. */
  public static Program program(long seed, int size) {
    for (int again = 0; ; again++) {
      Program program = new Generator(seed + 1_000_003L * again, size).program();
      Plain plain = new Plain(stage -> 1);
      try {
        new Machine(program, program.heap(), new World(), plain).run();
      } catch (ProgramFailure e) {
        // a program may fail
      }
      if (plain.calls() > 0 && plain.calls() <= CALLS * size && plain.steps() <= STEPS * size) {
        return program;
      }
    }
  }

  private Program program() {
    int count = 1 + random.nextInt(size + 1);
    for (int i = 0; i < count; i++) {
      stages.add(stage(i));
    }
    List<Statement> main = new ArrayList<>();
    int length = (worldly ? 3 : 1) + random.nextInt(size + 2);
    for (int i = 0; i < length; i++) {
      main.add(inMain());
    }
    return new Program(random.nextLong(), List.copyOf(stages), main);
  }

  private Stage stage(int number) {
    Kind kind = kind();
    return switch (kind) {
      case ORDINARY, MEMBER -> ordinary(number, kind);
      case LEAF -> leaf(number);
      case ITEM -> new Stage(number, kind, keyed(), Result.NUMBER, body(this::inItem));
      case LANE -> new Stage(number, kind, Terms.USUAL, Result.NUMBER, body(this::inLane));
      case BATCH -> new Stage(number, kind, Terms.USUAL, Result.NUMBER, body(this::inBatch));
      case CREW -> new Stage(number, kind, Terms.USUAL, Result.NUMBER, body(this::inCrew));
    };
  }

  /** Some programs have much to do with the world, and little else. */
  private Kind kind() {
    if (worldly) {
      return random.nextInt(5) < 3 ? Kind.LEAF : Kind.ORDINARY;
    }
    return KINDS.get(random.nextInt(KINDS.size()));
  }

  private Terms keyed() {
    return new Terms(0, false, false, random.nextBoolean());
  }

  /** A failing stage must not touch the world: what it did there is done again, at any time. */
  private Stage ordinary(int number, Kind kind) {
    List<Statement> body = body(() -> inOrdinary(number, 1));
    int retries = random.nextInt(worldly ? 2 : 4) == 0 ? 1 + random.nextInt(2) : 0;
    if (retries > 0 && random.nextBoolean()) {
      Statement failure = random.nextBoolean() ? new Blocks.FailOnce() : new Blocks.FailEarly(1);
      body.add(random.nextInt(body.size() + 1), failure);
    }
    boolean fails = traits.fails(body, retries, number);
    boolean worldly = traits.touchesWorld(body, number);
    if (fails && worldly) {
      return ordinary(number, kind);
    }
    boolean rollback = random.nextInt(5) == 0;
    boolean cutoff = !worldly && random.nextInt(4) == 0;
    // a key that does not say all that the stage reads is no input that it depends on alone
    boolean keyed = !cutoff && !fails && retries == 0 && !rollback && random.nextInt(6) == 0;
    return new Stage(number, kind, new Terms(retries, rollback, cutoff, keyed), anyResult(), body);
  }

  private Stage leaf(int number) {
    List<Statement> body = worldly && random.nextInt(3) > 0 ? single() : body(this::inLeaf);
    int retries = random.nextInt(4) == 0 ? 1 : 0;
    if (retries > 0) {
      body.add(new Blocks.FailEarly(1));
    }
    return new Stage(number, Kind.LEAF, new Terms(retries, false, false, false), anyResult(), body);
  }

  /** Publishes without a trace in the heap, or fetches. */
  private List<Statement> single() {
    return new ArrayList<>(
        List.of(random.nextBoolean() ? new Effects.Publish(0) : new Effects.Fetch(0, slot())));
  }

  private Result anyResult() {
    return RESULTS.get(random.nextInt(RESULTS.size()));
  }

  private interface Maker {
    Statement make();
  }

  private List<Statement> body(Maker maker) {
    List<Statement> body = new ArrayList<>();
    int length = 1 + random.nextInt(size);
    for (int i = 0; i < length; i++) {
      body.add(maker.make());
    }
    return body;
  }

  private Statement inMain() {
    int choice = random.nextInt(10);
    if (choice < (worldly ? 9 : 6)) {
      return callOf(Kind.ORDINARY, Kind.MEMBER, Kind.LEAF, Kind.BATCH, Kind.CREW);
    }
    return switch (choice) {
      case 6 -> unordered();
      case 7 -> parallel();
      case 8 -> block(() -> random.nextInt(3) == 0 ? change() : inMain());
      default -> random.nextInt(8) == 0 ? new Blocks.Fail(2) : simple();
    };
  }

  private Statement inOrdinary(int number, int depth) {
    int choice = random.nextInt(worldly ? 6 : 12);
    if (choice < 4) {
      return random.nextInt(5) == 0
          ? new Calling.Call(number, slot(), slot())
          : callOf(Kind.ORDINARY, Kind.LEAF, Kind.MEMBER);
    }
    if (choice < 6 && depth > 0) {
      return random.nextInt(4) == 0
          ? new Blocks.Inserted(body(() -> inOrdinary(number, depth - 1)))
          : block(() -> inOrdinary(number, depth - 1));
    }
    if (choice == 6) {
      return random.nextInt(3) == 0 ? new Blocks.Fail(3) : new Blocks.FailOld();
    }
    return simple();
  }

  private Statement inLeaf() {
    return switch (random.nextInt(worldly ? 6 : 9)) {
      case 0, 1 -> new Effects.Publish(0);
      case 2, 3 -> new Effects.Fetch(0, slot());
      case 4 -> new Effects.Hand(slot(), slot());
      case 5 -> new Effects.Draw(slot());
      default -> simple();
    };
  }

  private Statement inItem() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> new Changes.Gather(1, 0);
      case 2 -> new Effects.Tell(0);
      case 3 -> new Effects.Draw(0);
      case 4 -> new Changes.Fresh(0);
      default -> new Changes.Add(0, 1 + random.nextInt(3));
    };
  }

  private Statement inLane() {
    return switch (random.nextInt(6)) {
      case 0 -> new Changes.Add(1, 1 + random.nextInt(9));
      case 1 -> new Effects.Tell(0);
      case 2 -> new Effects.Draw(0);
      case 3 -> new Changes.Fresh(0);
      case 4 -> callOf(Kind.LANE);
      default -> new Changes.Add(0, 1 + random.nextInt(3));
    };
  }

  private Statement inBatch() {
    return random.nextInt(3) == 0 ? new Changes.Add(1, 2) : unordered();
  }

  private Statement inCrew() {
    return random.nextInt(3) == 0 ? new Changes.Add(0, 2) : parallel();
  }

  private Statement simple() {
    return random.nextInt(3) == 0 ? new Effects.Tell(slot()) : change();
  }

  private Statement change() {
    return switch (random.nextInt(9)) {
      case 0 -> new Changes.Mix(slot(), slot());
      case 1 -> new Changes.Append(slot(), slot());
      case 2 -> new Changes.Put(slot(), slot());
      case 3 -> new Changes.Link(slot(), slot());
      case 4 -> new Changes.Fresh(slot());
      case 5 -> new Changes.Follow(slot());
      case 6 -> new Changes.Sit(slot(), 1);
      case 7 -> new Changes.Gather(slot(), slot());
      default -> new Changes.Add(slot(), 1 + random.nextInt(9));
    };
  }

  private Statement block(Maker maker) {
    List<Statement> body = body(maker);
    return switch (random.nextInt(3)) {
      case 0 -> new Blocks.Repeat(2, body);
      case 1 -> new Blocks.Each(slot(), body);
      default -> new Blocks.Try(body);
    };
  }

  private Statement parallel() {
    return new Blocks.Parallel(body(this::inThread), body(this::inThread));
  }

  private Statement inThread() {
    return random.nextInt(3) == 0 ? new Changes.Add(0, 1) : callOf(Kind.LANE);
  }

  private Statement unordered() {
    List<Stage> items = of(Kind.ITEM);
    return items.isEmpty()
        ? new Changes.Add(1, 2)
        : new Calling.Unordered(pick(items).number(), random.nextBoolean());
  }

  private Statement callOf(Kind... kinds) {
    List<Stage> callees = of(kinds);
    if (callees.isEmpty()) {
      return List.of(kinds).contains(Kind.LANE) ? new Changes.Add(0, 1) : simple();
    }
    boolean inLane = kinds[0] == Kind.LANE;
    return new Calling.Call(pick(callees).number(), inLane ? 0 : slot(), inLane ? 1 : slot());
  }

  private List<Stage> of(Kind... kinds) {
    return stages.stream().filter(stage -> List.of(kinds).contains(stage.kind())).toList();
  }

  private Stage pick(List<Stage> list) {
    return list.get(random.nextInt(list.size()));
  }

  private int slot() {
    return random.nextInt(3);
  }
}
