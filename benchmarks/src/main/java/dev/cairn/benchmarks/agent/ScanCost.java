package dev.cairn.benchmarks.agent;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Passes every class of java.base through the transformer that cairn.jar installed in this JVM, and
 * prints the nanoseconds that one takes, in the best of many rounds.
 */
public final class ScanCost {
  private static final String TRANSFORMER = "dev.cairn.agent.weave.StageTransformer";
  private static final int ROUNDS = 50;
  private static final int PORTION = 250;

  private ScanCost() {}

  /** Runs under {@code -javaagent:cairn.jar -javaagent:empty.jar}. */
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    List<byte[]> classFiles = classFiles();
    ClassFileTransformer transformer = transformer();
    long best = 0;
    for (int from = 0; from < classFiles.size(); from += PORTION) {
      int to = Math.min(from + PORTION, classFiles.size());
      best += best(transformer, classFiles.subList(from, to));
    }
    System.out.println(best / classFiles.size());
  }

  /** Portions are short, so that some round of each is undisturbed by the rest of the machine. */
  private static long best(ClassFileTransformer transformer, List<byte[]> portion) {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      best = Math.min(best, round(transformer, portion));
    }
    return best;
  }

  private static long round(ClassFileTransformer transformer, List<byte[]> classFiles) {
    long start = System.nanoTime();
    for (byte[] classFile : classFiles) {
      if (transform(transformer, classFile) != null) {
        throw new IllegalStateException("a class of the JDK was woven");
      }
    }
    return System.nanoTime() - start;
  }

  private static byte[] transform(ClassFileTransformer transformer, byte[] classFile) {
    try {
      ClassLoader application = ScanCost.class.getClassLoader();
      return transformer.transform(application, "com/acme/Any", null, null, classFile);
    } catch (IllegalClassFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Another one of the class that cairn.jar has loaded. */
  private static ClassFileTransformer transformer() throws ReflectiveOperationException {
    Class<?> type =
        Arrays.stream(EmptyAgent.loadedClasses())
            .filter(loaded -> loaded.getName().equals(TRANSFORMER))
            .findAny()
            .orElseThrow(() -> new IllegalStateException("start with -javaagent:cairn.jar"));
    Constructor<?> constructor = type.getConstructors()[0];
    Object none = constructor.getParameterTypes()[0].getField("NONE").get(null);
    return (ClassFileTransformer) constructor.newInstance(none, null);
  }

  private static List<byte[]> classFiles() throws IOException {
    Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    List<byte[]> classFiles = new ArrayList<>();
    try (Stream<Path> files = Files.walk(base)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        classFiles.add(Files.readAllBytes(file));
      }
    }
    return classFiles;
  }
}
