package dev.cairn.it.agent.program;

import dev.cairn.Key;
import dev.cairn.Pipeline;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;

/**
 * Loads many classes with stages from many threads at once, some from the same loader and some each
 * from its own, and calls each. Given {@code halt} it stops before its run is complete.
 */
public final class LoadsAtOnce {
  private static final int THREADS = 4;

  private final Path folder;
  private final int classes;
  private final CyclicBarrier together = new CyclicBarrier(THREADS);

  private LoadsAtOnce(Path folder, int classes) {
    this.folder = folder;
    this.classes = classes;
  }

  /** Arguments: the folder with the classes, and how many of them there are. */
  public static void main(String[] arguments) throws Exception {
    LoadsAtOnce program = new LoadsAtOnce(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    program.run("key", arguments.length > 2);
  }

  @Pipeline(name = "loads")
  private void run(@Key String name, boolean halt) throws Exception {
    List<FutureTask<String>> tasks = new ArrayList<>();
    for (int number = 0; number < THREADS; number++) {
      int thread = number;
      FutureTask<String> task = new FutureTask<>(() -> callAll(thread));
      new Thread(task, name + " " + number).start();
      tasks.add(task);
    }
    for (FutureTask<String> task : tasks) {
      System.out.println(task.get());
    }
    if (halt) {
      Runtime.getRuntime().halt(9);
    }
  }

  private String callAll(int thread) throws Exception {
    ClassLoader loader = loader(thread);
    List<String> results = new ArrayList<>();
    together.await();
    for (int number = 0; number < classes; number++) {
      Class<?> type = Class.forName("Stage" + number, true, loader);
      @SuppressWarnings("unchecked")
      UnaryOperator<String> stage =
          (UnaryOperator<String>) type.getDeclaredConstructor().newInstance();
      results.add(stage.apply(thread + "/" + number));
    }
    return String.join(" ", results);
  }

  private ClassLoader loader(int thread) throws MalformedURLException {
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    return thread % 2 == 0
        ? LoadsAtOnce.class.getClassLoader()
        : new URLClassLoader(new URL[] {folder.toUri().toURL()}, platform);
  }
}
