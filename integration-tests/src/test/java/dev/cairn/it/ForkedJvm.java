package dev.cairn.it;

import dev.cairn.Checkpointed;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program in a JVM of its own, by default of the JDK that runs the test: what is to be started,
 * each {@code with…} a changed copy. Immutable.
 *
 * <p>The class path is this module's test classes and the annotations, nothing else, unless one is
 * given. Environment variables of Cairn and the JVM's option variables are not inherited.
 *
 * @param home the JDK
 * @param classPath jars and folders; empty for a jar that names its own
 * @param options what stands before the main class, {@code -javaagent} included
 * @param mainClass the program: a class, or what follows the option {@code -jar} or {@code -m}
 * @param arguments the program's
 * @param directory where it works
 */
public record ForkedJvm(
    Path home,
    List<Path> classPath,
    List<String> options,
    String mainClass,
    List<String> arguments,
    Path directory) {
  private static final long PATIENCE_SECONDS = 120;
  private static final List<String> SMALL =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");

  /** A program of this module. */
  public static ForkedJvm of(Class<?> mainClass) {
    return new ForkedJvm(
        Path.of(System.getProperty("java.home")),
        List.of(placeOf(ForkedJvm.class), placeOf(Checkpointed.class)),
        SMALL,
        mainClass.getName(),
        List.of(),
        Path.of("").toAbsolutePath());
  }

  /** The command line of the jar under test, as {@code java -jar} starts it. */
  public static ForkedJvm ofCommandLine(Object... arguments) {
    return of(ForkedJvm.class).ofJar(agentJar()).withArguments(arguments);
  }

  /** This jar, which names its own main class and class path. */
  public ForkedJvm ofJar(Path jar) {
    return new ForkedJvm(
        home, List.of(), plus(options, "-jar"), jar.toString(), arguments, directory);
  }

  /** This class of a module: {@code module/class}. */
  public ForkedJvm ofModule(String moduleAndClass) {
    return new ForkedJvm(
        home, List.of(), plus(options, "-m"), moduleAndClass, arguments, directory);
  }

  /** The jar under test. */
  public static Path agentJar() {
    String root = System.getProperty("build.root", "..");
    Path jar = Path.of(root, "agent", "target", "cairn.jar").toAbsolutePath().normalize();
    if (!Files.exists(jar)) {
      throw new IllegalStateException("there is no " + jar + " yet: mvn package -pl agent -am");
    }
    return jar;
  }

  /** The jar or folder that a class came from. */
  public static Path placeOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return Path.of(URI.create(source.getLocation().toString()));
  }

  /** Under the agent, with these agent arguments: {@code store=/x,log=debug}. */
  public ForkedJvm withAgent(String... settings) {
    String given = settings.length == 0 ? "" : "=" + String.join(",", settings);
    return withOption("-javaagent:" + agentJar() + given);
  }

  /** With one more JVM option. */
  public ForkedJvm withOption(String option) {
    return new ForkedJvm(home, classPath, plus(options, option), mainClass, arguments, directory);
  }

  /** With one more system property. */
  public ForkedJvm withProperty(String key, Object value) {
    return withOption("-D" + key + "=" + value);
  }

  /** With more on the class path. */
  public ForkedJvm withClassPath(Path... more) {
    List<Path> longer = new ArrayList<>(classPath);
    longer.addAll(List.of(more));
    return new ForkedJvm(home, longer, options, mainClass, arguments, directory);
  }

  /** With nothing but this on the class path. */
  public ForkedJvm withOnlyClassPath(Path... only) {
    return new ForkedJvm(home, List.of(only), options, mainClass, arguments, directory);
  }

  /** With the class path of the test that starts it, and nothing else. */
  public ForkedJvm withClassPathOfTheTest() {
    return withOnlyClassPath(
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toArray(Path[]::new));
  }

  /** With these arguments for the program. */
  public ForkedJvm withArguments(Object... given) {
    List<String> texts = Stream.of(given).map(String::valueOf).toList();
    return new ForkedJvm(home, classPath, options, mainClass, texts, directory);
  }

  /** Working in this directory. */
  public ForkedJvm in(Path workingDirectory) {
    return new ForkedJvm(home, classPath, options, mainClass, arguments, workingDirectory);
  }

  /** Starts it and waits until it ends. */
  public Ended run() {
    return start().await();
  }

  /** Starts it. */
  public Running start() {
    return startBy();
  }

  /** Starts it by another program, which gets the JVM's command line after its own words. */
  public Running startBy(String... words) {
    List<String> whole = new ArrayList<>(List.of(words));
    whole.addAll(command());
    ProcessBuilder builder = new ProcessBuilder(whole).directory(directory.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(key -> key.startsWith("CAIRN_") || key.contains("JAVA_") || key.contains("JDK_"));
    try {
      return new Running(builder.start());
    } catch (IOException e) {
      throw new IllegalStateException("cannot start " + whole, e);
    }
  }

  /** The command line. */
  public List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(options);
    if (!classPath.isEmpty()) {
      command.add("-cp");
      command.add(
          classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    }
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }

  private static List<String> plus(List<String> list, String more) {
    return Stream.concat(list.stream(), Stream.of(more)).toList();
  }

  /** A JVM that was started. Its output is read as it comes, so that it never blocks. */
  public static final class Running {
    private final Process process;
    private final Output out;
    private final Output err;

    Running(Process process) {
      this.process = process;
      this.out = new Output(process.getInputStream(), "stdout of " + process.pid());
      this.err = new Output(process.getErrorStream(), "stderr of " + process.pid());
    }

    /** The process. */
    public Process process() {
      return process;
    }

    /** Waits for a line of its standard output that contains this. */
    public Running awaitLine(String part) {
      return awaitLine(out, part);
    }

    /** Waits for a line of its standard error that contains this. */
    public Running awaitErrorLine(String part) {
      return awaitLine(err, part);
    }

    private Running awaitLine(Output stream, String part) {
      if (!stream.await(part, 1)) {
        throw new AssertionError("ended without printing \"" + part + "\": " + await());
      }
      return this;
    }

    /** Waits until this stands so often in its standard error; false if it has ended before. */
    public boolean awaitErrorLines(String part, int times) {
      return err.await(part, times);
    }

    /** Gives it a line of standard input. */
    public Running type(String line) {
      try {
        Writer input = process.outputWriter(StandardCharsets.UTF_8);
        input.write(line + "\n");
        input.flush();
        return this;
      } catch (IOException e) {
        throw new AssertionError("takes no input: " + await(), e);
      }
    }

    /** Ends it as {@code kill -9} does. */
    public Ended kill() {
      process.destroyForcibly();
      return await();
    }

    /** Waits until it ends. */
    public Ended await() {
      try {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("still running after " + PATIENCE_SECONDS + " s\n" + err.all());
        }
        return new Ended(process.exitValue(), out.whole(), err.whole());
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * A JVM that has ended.
   *
   * @param status its exit status
   * @param out its standard output
   * @param err its standard error
   */
  public record Ended(int status, String out, String err) {
    /** The lines on standard error that are not Cairn's own. */
    public List<String> foreignLines() {
      return err.lines().filter(line -> !line.startsWith("[cairn] ")).toList();
    }

    @Override
    public String toString() {
      return "status " + status + "\n--- out\n" + out + "--- err\n" + err;
    }
  }

  /** The lines of one stream. */
  private static final class Output {
    private final StringBuilder text = new StringBuilder();
    private final Thread reader;
    private boolean ended;

    Output(InputStream stream, String name) {
      reader = new Thread(() -> read(stream), name);
      reader.setDaemon(true);
      reader.start();
    }

    private void read(InputStream stream) {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          add(line);
        }
      } catch (IOException e) {
        add("(" + e + ")");
      } finally {
        end();
      }
    }

    private synchronized void add(String line) {
      text.append(line).append('\n');
      notifyAll();
    }

    private synchronized void end() {
      ended = true;
      notifyAll();
    }

    synchronized boolean await(String part, int times) {
      try {
        while (!ended && count(part) < times) {
          wait();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return count(part) >= times;
    }

    private int count(String part) {
      int count = 0;
      for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
        count++;
      }
      return count;
    }

    synchronized String all() {
      return text.toString();
    }

    String whole() throws InterruptedException {
      reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      return all();
    }
  }
}
