package dev.cairn.examples.words;

import dev.cairn.Checkpointed;
import dev.cairn.Key;
import dev.cairn.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts the words of all texts in a folder. Not thread-safe; an object counts once. */
public final class WordCount {
  private final Map<String, Integer> words = new TreeMap<>();

  public static void main(String[] args) throws IOException {
    new WordCount().run(Path.of(args[0]), Path.of(args[1]));
  }

  @Pipeline(name = "word-count")
  void run(@Key Path folder, Path result) throws IOException {
    for (Path text : texts(folder)) {
      count(text);
    }
    Files.writeString(result, words.toString());
  }

  @Checkpointed
  List<Path> texts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Checkpointed
  void count(Path text) throws IOException {
    for (String word : Files.readString(text).split("\\W+", 0)) {
      words.merge(word, 1, Integer::sum);
    }
  }
}
