package dev.cairn.examples.documents.report;

import dev.cairn.examples.documents.text.Debate;
import dev.cairn.examples.documents.text.Entity;
import dev.cairn.examples.documents.text.EntityGraph;
import dev.cairn.examples.documents.text.WordClass;
import dev.cairn.examples.documents.topics.TopicModel;
import dev.cairn.examples.documents.topics.Vocabulary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the report: one page of HTML that needs nothing else, and says nothing about when. */
public final class ReportPage {

  private static final int NAMES = 30;
  private static final int ON_CIRCLE = 36;
  private static final int PHRASES = 24;

  private final Context context;
  private final TopicModel model;
  private final Vocabulary vocabulary;
  private final Html html = new Html();

  public ReportPage(Context context, TopicModel model, Vocabulary vocabulary) {
    this.context = context;
    this.model = model;
    this.vocabulary = vocabulary;
  }

  public String write(Map<WordClass, Integer> wordClasses, String digest) {
    head();
    numbers();
    topics();
    names();
    phrases();
    years();
    wordClasses(wordClasses);
    html.add(
        "<footer>Made from the text and all that follows from it, SHA-256 %s.</footer>", digest);
    return html.raw("\n</main></body></html>\n").toString();
  }

  private void head() {
    html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width\">\n")
        .raw("<title>What Parliament talked about</title>\n<style>\n")
        .raw(ReportStyle.CSS)
        .raw("</style></head><body><main>\n<h1>What Parliament talked about</h1>\n")
        .add("<p class=\"lead\">Debates of the European Parliament, %s, ", context.edition)
        .raw("read by machine: who was named with whom, which words stood together, ")
        .raw("and what it was about.</p>\n");
  }

  private void numbers() {
    int sentences = context.debates.stream().mapToInt(debate -> debate.sentences.size()).sum();
    html.raw("<ul class=\"numbers\">\n");
    number(context.debates.size(), "debates");
    number(sentences, "sentences");
    number(vocabulary.total(), "words");
    number(vocabulary.size(), "different ones");
    number(context.graph.entities().size(), "names");
    number(context.graph.links(), "links between them");
    html.raw("</ul>\n");
  }

  private void number(long value, String what) {
    html.add("<li><b>%,d</b> %s</li>\n", value, what);
  }

  private void topics() {
    List<String> labels =
        IntStream.range(0, model.topics()).mapToObj(topic -> words(topic, 3)).toList();
    html.raw("<h2>Topics by year</h2>\n<figure>")
        .raw(new TopicChart(model, context.debates, labels).svg())
        .raw("</figure>\n<table><tr><th>Topic<th>Share<th>Words<th>Most typical debate</tr>\n");
    IntStream.range(0, model.topics())
        .boxed()
        .sorted(Comparator.comparing((Integer topic) -> -model.size(topic)))
        .forEach(this::topic);
    html.add(
        "</table>\n<p class=\"note\">The best of %d models, after %,d sweeps. Perplexity: %s.</p>\n",
        context.models.size(),
        model.sweeps(),
        model.perplexities().stream()
            .map(value -> String.valueOf(Math.round(value)))
            .collect(Collectors.joining(", ")));
  }

  private void topic(int topic) {
    double all = IntStream.range(0, model.topics()).map(model::size).sum();
    Debate typical = typical(topic);
    html.add("<tr><td><i style=\"background:%s\"></i>", TopicChart.colour(topic))
        .add("<td class=\"n\">%.1f %%", 100 * model.size(topic) / all)
        .add("<td>%s", words(topic, 9))
        .add("<td>%s <small>%s</small></tr>\n", shortened(typical.title), typical.date);
  }

  private Debate typical(int topic) {
    return context.debates.stream()
        .max(Comparator.comparingDouble(debate -> model.share(debate.number - 1, topic)))
        .orElseThrow();
  }

  private String words(int topic, int limit) {
    return Arrays.stream(model.topWords(topic, limit))
        .mapToObj(vocabulary::word)
        .collect(Collectors.joining(", "));
  }

  private void names() {
    List<Entity> central = central();
    html.raw("<h2>Who holds the debates together</h2>\n<figure class=\"circle\">")
        .raw(new NameChart(central.subList(0, Math.min(ON_CIRCLE, central.size()))).svg())
        .raw("</figure>\n<table><tr><th>Name<th>Mentions<th>Centrality<th>Named with</tr>\n");
    double most = central.isEmpty() ? 1 : centrality(central.get(0));
    for (Entity entity : central.subList(0, Math.min(NAMES, central.size()))) {
      html.add("<tr><td>%s<td class=\"n\">%,d", entity.name, entity.mentions)
          .add("<td><span class=\"bar\" style=\"width:%.0f%%\">", 100 * centrality(entity) / most)
          .add("</span><td>%s</tr>\n", companions(entity));
    }
    html.raw("</table>\n");
  }

  private List<Entity> central() {
    return context.graph.entities().stream()
        .sorted(
            Comparator.comparingDouble(this::centrality)
                .reversed()
                .thenComparing(entity -> entity.name))
        .toList();
  }

  private double centrality(Entity entity) {
    return context.centrality.getOrDefault(entity, 0.0);
  }

  private static String companions(Entity entity) {
    return EntityGraph.closest(entity, 4).stream()
        .map(other -> other.name + " " + entity.companions.get(other))
        .collect(Collectors.joining(", "));
  }

  private void phrases() {
    html.raw("<h2>What belongs together</h2>\n<ul class=\"phrases\">\n");
    context.phrases.stream()
        .limit(PHRASES)
        .forEach(
            phrase -> html.add("<li>%s <small>%d</small></li>\n", phrase.text(), phrase.count()));
    html.raw("</ul>\n");
  }

  private void years() {
    html.raw("<h2>Words of the year</h2>\n<table>\n");
    context.wordsOfTheYear.forEach(
        (year, words) -> html.add("<tr><th>%d<td>%s</tr>\n", year, String.join(", ", words)));
    html.raw("</table>\n");
  }

  private void wordClasses(Map<WordClass, Integer> counts) {
    double all = counts.values().stream().mapToInt(Integer::intValue).sum();
    html.raw("<h2>What a debate is made of</h2>\n<table>\n");
    counts.forEach(
        (kind, count) ->
            html.add("<tr><th>%s<td class=\"n\">%.1f %%", kind.plural(), 100 * count / all)
                .add("<td><span class=\"bar\" style=\"width:%.0f%%\"></span>", 300 * count / all)
                .raw("</tr>\n"));
    html.raw("</table>\n");
  }

  private static String shortened(String title) {
    return title.length() <= 60 ? title : title.substring(0, 57).strip() + "…";
  }
}
