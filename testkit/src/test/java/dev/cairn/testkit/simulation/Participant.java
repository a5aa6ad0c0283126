package dev.cairn.testkit.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.core.error.CairnException;
import dev.cairn.core.error.DamagedException;
import dev.cairn.core.error.FencedException;
import dev.cairn.core.log.Claim;
import dev.cairn.core.log.RunHistory;
import dev.cairn.core.log.RunHistory.Status;
import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.RunStore;
import dev.cairn.core.log.entry.RunEnd;
import dev.cairn.core.model.Checkpoint;
import dev.cairn.core.model.Payload;
import dev.cairn.testkit.ManualClock;
import dev.cairn.testkit.crash.States;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A process that does with the store what chance wants, dies now and then, and is started again.
 */
final class Participant implements Runnable {
  private static final int STEPS = 5;
  private static final int LARGE_ONE_IN = 30;

  private final World world;
  private final SplittableRandom random;
  private final int lane;
  private final ManualClock clock = ManualClock.atNoon();
  private final List<Checkpoint> saved = new ArrayList<>();
  private int pid;
  private @Nullable RunStore store;
  private Network.@Nullable Line line;
  private @Nullable RunLog log;

  Participant(World world, int lane, SplittableRandom random) {
    this.world = world;
    this.lane = lane;
    this.random = random;
    this.pid = lane;
  }

  @Override
  public void run() {
    for (int step = 0; step < STEPS; step++) {
      pause();
      try {
        act(opened());
      } catch (FencedException e) {
        leave();
      } catch (CairnException e) {
        die();
      }
    }
    die();
  }

  /** Nobody else's clock moves. */
  private void pause() {
    boolean longer = random.nextInt(4) == 0;
    clock.advance(Duration.ofMinutes(random.nextInt(longer ? 90 : 5)));
  }

  private RunStore opened() {
    RunStore open = store;
    if (open == null) {
      line = world.network().from(lane);
      open = RunStore.open(world.layer().over(line), world.options(pid, clock, random));
      store = open;
    }
    return open;
  }

  private void die() {
    if (line != null) {
      line.die();
    }
    if (store != null) {
      store.close();
    }
    if (random.nextBoolean()) {
      world.gone(pid);
    }
    pid += 100;
    store = null;
    log = null;
  }

  private void act(RunStore open) {
    switch (random.nextInt(12)) {
      case 0 -> delete(open);
      case 1 -> readAll(open);
      case 2 -> die();
      default -> work(open);
    }
  }

  private void work(RunStore open) {
    RunLog owned = log;
    if (owned == null) {
      begin(open);
      return;
    }
    switch (random.nextInt(8)) {
      case 0 -> forget(owned);
      case 1 -> end(owned);
      default -> commit(owned);
    }
  }

  private void begin(RunStore open) {
    Optional<RunHistory> newest = open.newest(States.KEY);
    Optional<RunLog> begun =
        newest.filter(run -> run.status() == Status.UNFINISHED).isPresent()
            ? claimed(open.claim(newest.get()))
            : open.create(
                States.KEY, newest.map(run -> run.run().generation()).orElse(0) + 1, States.FACTS);
    begun.ifPresent(owned -> world.history().claimed(owned.run(), owned.epoch()));
    log = begun.orElse(null);
    saved.clear();
  }

  private static Optional<RunLog> claimed(Claim claim) {
    return claim instanceof Claim.Claimed won ? Optional.of(won.log()) : Optional.empty();
  }

  private void commit(RunLog owned) {
    History history = world.history();
    long newest = history.newestClaim(owned.run());
    boolean gone = history.isDeleted(owned.run());
    int number = random.nextInt(1_000);
    byte[] state =
        random.nextInt(LARGE_ONE_IN) == 0
            ? States.state(1)
            : (pid + " saves " + number).getBytes(UTF_8);
    Checkpoint one = owned.commit(States.call(number), Payload.of(state));
    history.saved(one, state, pid, newest, gone);
    saved.add(one);
  }

  private void forget(RunLog owned) {
    if (!saved.isEmpty()) {
      Set<Long> entries = Set.of(saved.remove(random.nextInt(saved.size())).seq());
      world.history().forgetting(owned.run(), entries);
      owned.forget(entries);
    }
  }

  private void end(RunLog owned) {
    owned.end(RunEnd.PLAIN);
    leave();
  }

  private void leave() {
    if (log != null) {
      log.close();
    }
    log = null;
  }

  private void delete(RunStore open) {
    open.newest(States.KEY).ifPresent(run -> delete(open, run));
  }

  private void delete(RunStore open, RunHistory run) {
    world.history().deleting(run.run());
    if (open.delete(run).isEmpty()) {
      world.history().deleted(run.run());
    }
  }

  private void readAll(RunStore open) {
    for (RunHistory run : open.newest(States.KEY).stream().toList()) {
      run.checkpoints().stream().filter(run::isUsable).forEach(one -> read(open, one));
    }
  }

  /** What cannot be read was given up while it was. */
  private void read(RunStore open, Checkpoint one) {
    try {
      world.history().require(world.history().loads(one, open), "another state is served");
    } catch (DamagedException e) {
      Optional<RunHistory> now = open.find(one.run());
      boolean there =
          now.filter(run -> run.status() != Status.DELETED && run.isUsable(one)).isPresent();
      world.history().require(!there, "a listed checkpoint does not load");
    }
  }
}
