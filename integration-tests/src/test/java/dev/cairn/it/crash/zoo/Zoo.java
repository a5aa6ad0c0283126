package dev.cairn.it.crash.zoo;

import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import dev.cairn.it.crash.program.Diary;
import java.util.List;
import java.util.stream.Stream;

/** Two stages for each animal; the heap is printed after each. */
public final class Zoo {
  private final Diary diary = Diary.ofThisProgram();

  private Zoo() {}

  /** The argument is the name of one animal, or none for all of them. */
  public static void main(String[] arguments) {
    String wanted = arguments.length == 0 ? "" : arguments[0];
    List<Animal> animals =
        Stream.of(Maps.all(), Lists.all(), Shapes.all(), Values.all())
            .flatMap(List::stream)
            .filter(animal -> wanted.isEmpty() || animal.name().equals(wanted))
            .toList();
    new Zoo().run(wanted, animals);
  }

  @Pipeline(name = "zoo")
  void run(String which, List<Animal> animals) {
    for (Animal animal : animals) {
      grow(animal);
      diary.returned("grow " + animal.name(), animal);
    }
    for (Animal animal : animals) {
      change(animal);
      diary.returned("change " + animal.name(), animal);
      System.out.println(animal.behave());
    }
    diary.note("returned all");
  }

  @Checkpointed
  void grow(Animal animal) {
    diary.note("begin grow " + animal.name());
    animal.grow();
  }

  @Checkpointed
  void change(Animal animal) {
    diary.note("begin change " + animal.name());
    animal.change();
  }
}
