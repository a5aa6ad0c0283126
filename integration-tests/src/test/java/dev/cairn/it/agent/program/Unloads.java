package dev.cairn.it.agent.program;

import java.io.File;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;

/**
 * A container that loads one application after another, each with classes of its own, lets it work
 * and drops it; then prints how many of the loaders are still there. Given {@code keep} it forgets
 * to drop the first.
 */
public final class Unloads {
  private static final int ROUNDS = 50;
  private static final long ROUND_MILLIS = 100;

  private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
  private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
  private final List<Object> kept = new ArrayList<>();
  private final ExecutorService pool = Executors.newCachedThreadPool(Unloads::worker);

  private Unloads() {}

  /** Arguments: how many applications, and perhaps {@code keep}. */
  public static void main(String[] arguments) throws Exception {
    Unloads container = new Unloads();
    int applications = Integer.parseInt(arguments[0]);
    for (int number = 0; number < applications; number++) {
      container.host(number, number == 0 && arguments.length > 1);
    }
    System.out.println(container.left() + " of " + applications + " left");
    container.pool.shutdown();
    container.kept.clear();
  }

  /** As containers make them: with no more of the application than what threads inherit. */
  @SuppressWarnings("removal")
  private static Thread worker(Runnable task) {
    PrivilegedAction<Thread> made = () -> new Thread(task, "worker");
    Thread worker = AccessController.doPrivileged(made);
    worker.setContextClassLoader(null);
    return worker;
  }

  /** Every second one works on a thread of its own, as in a container of web applications. */
  private void host(int number, boolean keep) throws Exception {
    ClassLoader loader = new URLClassLoader("application-" + number, classPath(), platform());
    loaders.add(new WeakReference<>(loader, gone));
    FutureTask<Object> work = new FutureTask<>(() -> work(loader, number));
    if (number % 2 == 0) {
      work.run();
    } else {
      Thread thread = new Thread(work, "host of " + number);
      thread.start();
      thread.join();
    }
    Object application = work.get();
    if (keep) {
      kept.add(application);
    }
  }

  private Object work(ClassLoader loader, int number) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Class<?> type = Class.forName(Tenant.class.getName(), true, loader);
      @SuppressWarnings("unchecked")
      BiFunction<Integer, Executor, String> tenant =
          (BiFunction<Integer, Executor, String>) type.getDeclaredConstructor().newInstance();
      System.out.println(tenant.apply(number, pool));
      return tenant;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  private static ClassLoader platform() {
    return ClassLoader.getPlatformClassLoader();
  }

  /** How many of the loaders the collector cannot take away. */
  private int left() throws InterruptedException {
    int left = loaders.size();
    for (int round = 0; round < ROUNDS && left > 0; round++) {
      System.gc();
      while (gone.remove(ROUND_MILLIS) != null) {
        left--;
      }
    }
    return left;
  }
}
