package dev.cairn.testkit.crash;

import dev.cairn.testkit.disk.Device;
import dev.cairn.testkit.sabotage.Devices;
import dev.cairn.testkit.sabotage.Layers;
import dev.cairn.testkit.sabotage.Sabotage;
import dev.cairn.testkit.sabotage.Sabotage.Layer;
import java.util.List;
import java.util.function.Supplier;

/**
 * A rule that is broken.
 *
 * @param name what is done instead
 * @param made for each process anew
 */
record Sabotages(String name, Supplier<Sabotage> made) {
  private static final String RUN = ".*/runs/[^/]*/[^/]*/[^/]*";

  /** Everything that the rules of saving, claiming and giving up are there for. */
  static List<Sabotages> all() {
    return List.of(
        below("a pack is not fsynced", () -> Devices.withoutSyncOfFiles(true)),
        below("an entry is not fsynced", () -> Devices.withoutSyncOfFiles(false)),
        below(
            "the run's folder is not fsynced",
            () -> Devices.withoutSyncOfFolders(path -> path.matches(RUN))),
        below(
            "the packs' folder is not fsynced",
            () -> Devices.withoutSyncOfFolders(path -> path.endsWith("/packs"))),
        below(
            "a new folder is not fsynced in its parent",
            () -> Devices.withoutSyncOfFolders(path -> !path.matches(RUN + "(/packs)?"))),
        below("only own changes of folders are fsynced", Devices::trustingFoldersOfOthers),
        below("the folder is fsynced after the acknowledgement", Devices::syncingLater),
        below(
            "a failed fsync is asked for again, of the same file",
            () -> Devices.askingAgain(Devices.losingWrites())),
        above("an object that is there is taken for durable", Layers::trustingWhatIsThere),
        above("the entry is written before its pack", Layers::puttingPacksAfterEntries),
        above("a save is acknowledged before it is written", Layers::acknowledgingBeforeWriting),
        above("an entry takes its name whatever had it", Layers::overwriting),
        above("the end of the log is looked for again", Layers::lookingForTheEndAgain),
        above("nobody looks whether the run was deleted", Layers::overlookingTombs),
        new Sabotages(
            "what an unknown outcome leaves is cleaned up",
            () -> new Sabotage(Devices.losingAnswers(), Layers::cleaningUp)),
        above("packs are removed before the FORGET", Layers::removingPacksBeforeForgetting),
        above("a run is removed before its TOMB", Layers::removingRunsBeforeTheirTomb));
  }

  private static Sabotages below(String name, Supplier<Device> device) {
    return new Sabotages(name, () -> Sabotage.below(device.get()));
  }

  private static Sabotages above(String name, Layer storage) {
    return new Sabotages(name, () -> Sabotage.above(storage));
  }
}
