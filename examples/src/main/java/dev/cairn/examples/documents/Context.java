package dev.cairn.examples.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything the pipeline knows; the stages change it in place, one after the other. */
final class Context {

  final String edition;
  final Language language;
  final List<Debate> debates = new ArrayList<>();
  final EntityGraph graph = new EntityGraph();

  /** What the parallel stages found; their caller puts it here. */
  final Map<Entity, Double> centrality = new HashMap<>();

  final List<Phrase> phrases = new ArrayList<>();
  final Map<Integer, List<String>> wordsOfTheYear = new TreeMap<>();

  /** All share the same words; the best is shown. */
  final List<TopicModel> models = new ArrayList<>();

  Context(String edition, Language language) {
    this.edition = edition;
    this.language = language;
  }
}
