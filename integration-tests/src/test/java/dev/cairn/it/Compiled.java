package dev.cairn.it;

import dev.cairn.Checkpointed;
import dev.cairn.core.event.CheckpointListener;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Programs that are compiled by the test, so that it can start one version after another. */
public final class Compiled {
  private Compiled() {}

  /**
   * Compiles classes.
   *
   * @param folder where the class files go; made if it is not there
   * @param sources the text of one class each
   * @return the folder
   */
  public static Path to(Path folder, String... sources) {
    return compile(folder, List.of("-cp", annotations()), sources);
  }

  /** The same, for classes that use libraries. */
  public static Path against(Path folder, List<Path> libraries, String... sources) {
    String all =
        Stream.concat(Stream.of(annotations()), libraries.stream().map(Path::toString))
            .collect(Collectors.joining(File.pathSeparator));
    return compile(folder, List.of("-cp", all), sources);
  }

  /** The same, for what is loaded by Cairn and sees its classes. */
  public static Path extension(Path folder, String... sources) {
    String core = ForkedJvm.placeOf(CheckpointListener.class).toString();
    return compile(folder, List.of("-cp", core), sources);
  }

  /**
   * Compiles a module.
   *
   * @param folder where the class files go
   * @param declaration the text of the module's declaration
   * @param sources the text of one class each
   * @return the folder
   */
  public static Path module(Path folder, String declaration, String... sources) {
    String[] all = Arrays.copyOf(sources, sources.length + 1);
    all[sources.length] = declaration;
    return compile(folder, List.of("-p", annotations()), all);
  }

  private static String annotations() {
    return ForkedJvm.placeOf(Checkpointed.class).toString();
  }

  private static Path compile(Path folder, List<String> library, String... sources) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        Stream.concat(Stream.of("-d", folder.toString(), "-proc:none"), library.stream()).toList();
    List<Source> units = Stream.of(sources).map(Source::new).toList();
    if (!compiler.getTask(messages, null, null, options, null, units).call()) {
      throw new IllegalArgumentException(messages.toString());
    }
    return folder;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///" + name(text) + ".java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    private static String name(String text) {
      return text.startsWith("module ")
          ? "module-info"
          : text.replaceFirst("(?s).*?\\b(?:class|interface) (\\w+).*", "$1");
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
