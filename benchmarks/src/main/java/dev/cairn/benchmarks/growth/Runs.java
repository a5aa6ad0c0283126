package dev.cairn.benchmarks.growth;

import dev.cairn.benchmarks.save.Folder;
import dev.cairn.benchmarks.work.JavaProgram;
import dev.cairn.benchmarks.work.Printed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs of the {@link GrowthProgram}, each with a store of its own. */
record Runs(Path cairnJar, String heap) {
  /** Runs it with Cairn. */
  Printed withCairn(Object... arguments) throws IOException, InterruptedException {
    try (Folder store = Folder.make()) {
      return withCairn(store, arguments);
    }
  }

  /** The same on a store that may hold something. */
  Printed withCairn(Folder store, Object... arguments) throws IOException, InterruptedException {
    String agent = "-javaagent:" + cairnJar + "=log=warn,state.max=50%,store=" + store.path();
    return printed(List.of(heap, agent), arguments);
  }

  /** Runs it without. */
  Printed alone(Object... arguments) throws IOException, InterruptedException {
    return printed(List.of(heap), arguments);
  }

  private static Printed printed(List<String> options, Object... arguments)
      throws IOException, InterruptedException {
    System.out.println(List.of(arguments));
    JavaProgram program = new JavaProgram(GrowthProgram.class, options);
    Printed printed = Printed.by(program.start(arguments));
    if (printed.status() != 0) {
      throw new IllegalStateException(String.join("\n", printed.lines()));
    }
    return printed;
  }
}
