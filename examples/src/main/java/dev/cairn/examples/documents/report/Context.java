package dev.cairn.examples.documents.report;

import dev.cairn.examples.documents.text.Debate;
import dev.cairn.examples.documents.text.Entity;
import dev.cairn.examples.documents.text.EntityGraph;
import dev.cairn.examples.documents.text.Language;
import dev.cairn.examples.documents.topics.Phrase;
import dev.cairn.examples.documents.topics.TopicModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything the pipeline knows; the stages change it in place, one after the other. */
public final class Context {

  final String edition;
  public final Language language;
  public final List<Debate> debates = new ArrayList<>();
  public final EntityGraph graph = new EntityGraph();

  /** What the parallel stages found; their caller puts it here. */
  public final Map<Entity, Double> centrality = new HashMap<>();

  public final List<Phrase> phrases = new ArrayList<>();
  public final Map<Integer, List<String>> wordsOfTheYear = new TreeMap<>();

  /** All share the same words; the best is shown. */
  public final List<TopicModel> models = new ArrayList<>();

  public Context(String edition, Language language) {
    this.edition = edition;
    this.language = language;
  }
}
