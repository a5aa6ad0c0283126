package dev.cairn.core.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A state of documents, as pipelines have them: large, and changed a little at a time. */
final class Archive {
  final List<Document> documents = new ArrayList<>();
  final Map<String, Document> byTitle = new LinkedHashMap<>();
  int passes;

  static final class Document {
    final String title;
    final List<String> sentences = new ArrayList<>();
    final Map<String, Integer> words = new LinkedHashMap<>();
    double score;

    Document(String title) {
      this.title = title;
    }

    @Override
    public String toString() {
      return title + sentences + words + score;
    }
  }

  /** Adds documents that look like text. */
  void load(int count) {
    Random random = new Random(count);
    for (int i = 0; i < count; i++) {
      Document document = new Document("document " + documents.size());
      for (int sentence = 0; sentence < 12; sentence++) {
        document.sentences.add(sentence(random));
      }
      for (String word : document.sentences.get(0).split(" ", -1)) {
        document.words.merge(word, 1, Integer::sum);
      }
      documents.add(document);
      byTitle.put(document.title, document);
    }
  }

  private static String sentence(Random random) {
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < 10; word++) {
      text.append(Long.toString(random.nextLong(60_000_000), 36)).append(' ');
    }
    return text.toString().strip();
  }

  /** Gives every so many-th document a new score. */
  void score(int every) {
    passes++;
    for (int i = passes % every; i < documents.size(); i += every) {
      documents.get(i).score += 0.1 + passes;
    }
  }

  @Override
  public String toString() {
    return passes + " " + documents + byTitle.keySet();
  }
}
