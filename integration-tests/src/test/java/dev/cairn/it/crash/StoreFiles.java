package dev.cairn.it.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a store.
 *
 * @param store its directory
 */
record StoreFiles(Path store) {

  /** What happens to a file. */
  enum Harm {
    TRUNCATED,
    ALTERED,
    DELETED
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }

  /** All files of any worth by their names relative to the store, in order. */
  List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(store)) {
      return all.filter(Files::isRegularFile)
          .map(file -> store.relativize(file).toString())
          .filter(file -> !file.equals("reserve"))
          .sorted()
          .toList();
    }
  }

  String text(String file) throws IOException {
    return Files.readString(store.resolve(file), StandardCharsets.ISO_8859_1);
  }

  void harm(String file, Harm harm) throws IOException {
    Path path = store.resolve(file);
    byte[] bytes = Files.readAllBytes(path);
    switch (harm) {
      case TRUNCATED -> Files.write(path, Arrays.copyOf(bytes, bytes.length / 2));
      case ALTERED -> {
        bytes[bytes.length / 2] ^= 1;
        Files.write(path, bytes);
      }
      case DELETED -> Files.delete(path);
    }
  }

  /** What stands in every file but the signs of life, which come and go. */
  Content content() throws IOException {
    Map<String, byte[]> bytes = new TreeMap<>();
    for (String file : files()) {
      if (!file.endsWith("hb")) {
        bytes.put(file, Files.readAllBytes(store.resolve(file)));
      }
    }
    return new Content(bytes);
  }

  /** What stood in the files at one moment. */
  record Content(Map<String, byte[]> bytes) {
    List<String> lacksOf(Content before) {
      return before.bytes.entrySet().stream()
          .filter(file -> !Arrays.equals(file.getValue(), bytes.get(file.getKey())))
          .map(Map.Entry::getKey)
          .toList();
    }
  }
}
