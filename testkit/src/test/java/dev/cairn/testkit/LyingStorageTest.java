package dev.cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.storage.Storage;
import dev.cairn.testkit.sabotage.Guarantees;
import dev.cairn.testkit.sabotage.Layers;
import dev.cairn.testkit.sabotage.Liars;
import dev.cairn.testkit.sabotage.Sabotage.Layer;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Storages that lie, each of which the contract finds out. */
@Tag("once")
class LyingStorageTest {

  /**
   * A lie.
   *
   * @param name what the storage does
   * @param test that of the contract which is there for it
   */
  private record Lie(String name, String test, Layer told) {}

  private static List<Lie> lies() {
    return List.of(
        new Lie("lets two win", "letsExactlyOneOfManyWritersWin", Liars::lettingTwoWin),
        new Lie("lets everybody win", "keepsWhatIsThereWhenPuttingIfAbsent", Layers::overwriting),
        new Lie(
            "loses what it acknowledged",
            "readsOfManyObjectsEachUnderItsOwnKey",
            Liars::forgetting),
        new Lie("lists late", "listsEveryObjectAsSoonAsItIsWritten", Liars::listingLate),
        new Lie(
            "truncates what it returns", "keepsEveryByteOfAnObjectInSegments", Liars::truncating),
        new Lie(
            "returns another object's bytes",
            "readsOfManyObjectsEachUnderItsOwnKey",
            Liars::mixingUp),
        new Lie(
            "returns what was there before",
            "readsTheNewestObjectWhereAnOlderOneWasRead",
            Liars::remembering),
        new Lie(
            "returns halves of two objects",
            "readsOfAnObjectThatIsReplacedTheOldOneOrTheNewOne",
            Liars::tearing),
        new Lie("loses signs of life", "readsTheNewestSignOfLife", Liars::deafToSignsOfLife),
        new Lie("keeps what it says it deleted", "deletesAnObject", Liars::keepingWhatWasDeleted),
        new Lie(
            "does not tell that an object was replaced",
            "stampsAnObjectAnewWhereItWasReplacedAndOnlyThere",
            Liars::stampingOnce));
  }

  @Test
  void isFoundOutByTheContract(TestReporter reporter) throws IOException {
    assertThat(lies())
        .allSatisfy(
            lie -> {
              assertThat(holds(lie.test(), new MemoryStorage())).as("sound: " + lie).isTrue();
              assertThat(holds(lie.test(), lie.told().over(new MemoryStorage())))
                  .as("%s", lie)
                  .isFalse();
            });
    Guarantees.requireShown(table(), reporter);
  }

  private static boolean holds(String test, Storage storage)
      throws IOException, ReflectiveOperationException {
    StorageContract contract =
        new StorageContract() {
          @Override
          protected Storage open() {
            return storage;
          }
        };
    Method held = StorageContract.class.getDeclaredMethod(test);
    assertThat(held.isAnnotationPresent(Test.class)).isTrue();
    try {
      contract.openStorage();
      held.invoke(contract);
      return true;
    } catch (InvocationTargetException e) {
      assertThat(e).hasCauseInstanceOf(AssertionError.class);
      return false;
    }
  }

  private static String table() {
    return lies().stream()
        .map(lie -> "| " + lie.name() + " | " + words(lie.test()) + " |\n")
        .collect(Collectors.joining());
  }

  private static String words(String test) {
    return test.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }
}
