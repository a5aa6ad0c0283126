package dev.cairn.it.agent.program;

import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Runs a pipeline in a loader that fails, once it is running, when it is asked for a resource. */
public final class InBrokenLoader extends ClassLoader {

  private boolean broken;

  private InBrokenLoader(ClassLoader parent) {
    super(parent);
  }

  /** Runs it. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    InBrokenLoader loader = new InBrokenLoader(InBrokenLoader.class.getClassLoader());
    Class<?> work = loader.loadClass(Work.class.getName());
    Runnable program = (Runnable) work.getDeclaredConstructor().newInstance();
    loader.broken = true;
    program.run();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.equals(Work.class.getName())) {
      return super.loadClass(name, resolve);
    }
    String resource = name.replace('.', '/') + ".class";
    try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    if (broken) {
      throw new IllegalStateException("this loader is closed");
    }
    return super.getResourceAsStream(name);
  }

  /** Ten calls of a stage. */
  public static final class Work implements Runnable {
    private static final int CALLS = 10;

    @Override
    @Pipeline(name = "work")
    public void run() {
      List<String> log = new ArrayList<>();
      for (int number = 0; number < CALLS; number++) {
        add(log, number);
      }
      System.out.println(log);
    }

    @Checkpointed
    private static void add(List<String> log, int number) {
      log.add("call " + number);
    }
  }
}
