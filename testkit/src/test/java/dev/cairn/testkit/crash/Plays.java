package dev.cairn.testkit.crash;

import dev.cairn.core.log.RunLog;
import dev.cairn.core.log.keys.Keyrings;
import dev.cairn.core.model.RunId;
import dev.cairn.core.seal.crypt.OpenKeyring.NewSlot;
import dev.cairn.core.seal.crypt.Secret;
import dev.cairn.core.storage.RetryingStorage;
import dev.cairn.core.storage.directory.DirectoryStorage;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The plays that are written down: all that a store does, and what must go wrong to hurt it. */
final class Plays {
  private Plays() {}

  static List<Play> all() {
    return List.of(
        new Play("saving", Plays::save),
        new Play("taking over", Plays::takeOver),
        new Play("giving up", Plays::giveUp),
        new Play("deleting", Plays::delete),
        new Play("encrypted", Plays::encrypt));
  }

  /** A process saves states of all kinds and dies; the next one resumes and ends the run. */
  private static void save(Stage stage) {
    Worker first = stage.start();
    RunLog log = first.begin();
    first.save(log, 0, 1, 2);
    first.die();
    Worker second = stage.start();
    RunLog resumed = second.begin();
    second.save(resumed, 3, 4);
    second.end(resumed, 7);
    second.close();
  }

  /** An owner is taken for dead, and comes back when another one has gone on. */
  private static void takeOver(Stage stage) {
    Worker paused = stage.start();
    RunLog old = paused.begin();
    paused.save(old, 0);
    Worker successor = stage.start();
    RunLog log = successor.begin();
    successor.save(log, 3);
    paused.saveTooLate(old, 6);
    successor.save(log, 9, 10);
    successor.close();
  }

  /** States are given up while the run goes on. */
  private static void giveUp(Stage stage) {
    Worker owner = stage.start();
    RunLog log = owner.begin();
    owner.save(log, 1, 2, 3);
    owner.forget(log, 1, 2);
    owner.save(log, 4);
    owner.forget(log, 3);
    owner.close();
  }

  /** Runs are deleted: one is complete, and the owner of the other one comes back. */
  private static void delete(Stage stage) {
    Worker owner = stage.start();
    RunLog log = owner.begin();
    owner.save(log, 1, 3);
    Worker deleter = stage.start();
    deleter.delete(log.run());
    owner.saveTooLate(log, 6);
    RunLog next = deleter.begin();
    deleter.save(next, 9);
    deleter.end(next, 12);
    deleter.delete(new RunId(log.run().pipeline(), log.run().keyDigest(), 2));
    deleter.close();
  }

  /** A store is encrypted, and its key changed. */
  private static void encrypt(Stage stage) {
    Secret first = Secret.key(Secret.newKey(new Random(1)), "the first key");
    Secret second = Secret.key(Secret.newKey(new Random(2)), "the second key");
    stage.journal().note(promises -> promises.opens(first));
    Worker before = stage.start(Optional.of(first));
    RunLog log = before.begin();
    before.save(log, 0, 1);
    before.die();
    stage.journal().note(promises -> promises.mayOpen(second));
    new Keyrings(new RetryingStorage(DirectoryStorage.open(stage.mount().resolve("store"))))
        .rotate(first, new NewSlot(second, "second"), new Random(3));
    stage.journal().note(promises -> promises.opens(second));
    Worker after = stage.start(Optional.of(second));
    RunLog resumed = after.begin();
    after.save(resumed, 3);
    after.forget(resumed, 3);
    after.end(resumed, 6);
    after.delete(resumed.run());
    after.close();
  }

  /** A play that chance writes. */
  static Play random(long seed) {
    return new Play("seed " + seed, stage -> new RandomPlay(stage, seed).perform());
  }
}
