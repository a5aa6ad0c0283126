package dev.cairn.examples.documents;

import dev.cairn.Checkpointed;
import dev.cairn.Key;
import dev.cairn.Pipeline;
import dev.cairn.examples.documents.report.Colophon;
import dev.cairn.examples.documents.report.Context;
import dev.cairn.examples.documents.report.ReportPage;
import dev.cairn.examples.documents.text.Centrality;
import dev.cairn.examples.documents.text.Corpus;
import dev.cairn.examples.documents.text.Debate;
import dev.cairn.examples.documents.text.Entity;
import dev.cairn.examples.documents.text.EntityGraph;
import dev.cairn.examples.documents.text.Language;
import dev.cairn.examples.documents.text.NameFinder;
import dev.cairn.examples.documents.text.Sentence;
import dev.cairn.examples.documents.text.WordClass;
import dev.cairn.examples.documents.topics.Phrase;
import dev.cairn.examples.documents.topics.PhraseFinder;
import dev.cairn.examples.documents.topics.TopicModel;
import dev.cairn.examples.documents.topics.TopicWords;
import dev.cairn.examples.documents.topics.Vocabulary;
import dev.cairn.examples.documents.topics.YearFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads the debates of the European Parliament and writes a page about them.
 *
 * <p>{@code java -jar examples.jar --out debates.html}. The stages are ordinary methods: most
 * change the one context in place, some return what they found, and some use the fields of this
 * object. Not thread-safe; an object makes one report.
 */
public final class DebateReport {

  private static final String EDITION = "1996 to 2011";

  private final Plan plan;
  private final Vocabulary vocabulary = new Vocabulary();
  private final Map<WordClass, Integer> wordClasses = new EnumMap<>(WordClass.class);
  private int sentences;

  DebateReport(Plan plan) {
    this.plan = plan;
  }

  /** Writes the report to the file that {@code --out} names. */
  public static void main(String[] args)
      throws IOException, ExecutionException, InterruptedException {
    if (args.length != 2 || !args[0].equals("--out")) {
      System.err.println("Usage: java -jar examples.jar --out FILE");
      System.exit(2);
    }
    Path page = Path.of(args[1]).toAbsolutePath();
    prepareFolder(page);
    new DebateReport(Plan.FULL).publish(EDITION, page);
  }

  /** Before the work, so that nobody waits for a report that has no place. */
  private static void prepareFolder(Path page) throws IOException {
    Path folder = page.getParent();
    if (folder == null || Files.isDirectory(page)) {
      System.err.println("Cannot write the report; expected the name of a file, found " + page);
      System.exit(2);
    } else {
      Files.createDirectories(folder);
    }
  }

  @Pipeline(name = "debate-report")
  void publish(@Key String edition, Path page)
      throws IOException, ExecutionException, InterruptedException {
    Context context = extract(edition);
    say("extract", "%,d debates in English", context.debates.size());

    context = segment(context);
    say("segment", "%,d sentences", sentences);

    for (int batch = 0; batch < plan.batches(); batch++) {
      analyse(context, batch);
      say("analyse", "batch %d of %d: %,d words", batch + 1, plan.batches(), vocabulary.total());
    }

    link(context);
    say("link", "%,d names, %,d links", context.graph.entities().size(), context.graph.links());

    compare(context);
    say("compare", "%,d phrases", context.phrases.size());

    context.models.addAll(prepare(context));
    refineAll(context.models);

    Files.writeString(page, report(context));
    say("report", "%s", page);
  }

  @Checkpointed
  private Context extract(String edition) throws IOException {
    Context context = new Context(edition, new Language("en"));
    context.debates.addAll(Corpus.english(plan.debates()));
    return context;
  }

  @Checkpointed
  private Context segment(Context context) {
    for (Debate debate : context.debates) {
      context.language.split(debate);
      sentences += debate.sentences.size();
    }
    return context;
  }

  @Checkpointed
  private void analyse(Context context, int batch) {
    int size = context.debates.size();
    int first = plan.start(batch, size);
    for (Debate debate : context.debates.subList(first, plan.start(batch + 1, size))) {
      for (Sentence sentence : debate.sentences) {
        context.language.tag(sentence);
        count(sentence);
      }
    }
  }

  private void count(Sentence sentence) {
    for (int i = 0; i < sentence.tokens.length; i++) {
      wordClasses.merge(sentence.classes[i], 1, Integer::sum);
      if (sentence.isWord(i)) {
        vocabulary.count(sentence.word(i));
      }
    }
  }

  @Checkpointed
  private void link(Context context) {
    NameFinder finder = new NameFinder(context.graph);
    context.debates.forEach(finder::link);
  }

  /** Three stages side by side; each returns what it found, and only this thread changes things. */
  private void compare(Context context) throws ExecutionException, InterruptedException {
    ExecutorService pool = twoThreads();
    try {
      Future<Map<Entity, Double>> centrality = pool.submit(() -> centrality(context.graph));
      Future<List<Phrase>> phrases = pool.submit(() -> phrases(context.debates));
      Future<Map<Integer, List<String>>> years = pool.submit(() -> years(context.debates));
      context.centrality.putAll(centrality.get());
      context.phrases.addAll(phrases.get());
      context.wordsOfTheYear.putAll(years.get());
    } finally {
      pool.shutdownNow();
    }
  }

  @Checkpointed
  private Map<Entity, Double> centrality(EntityGraph graph) {
    return new Centrality(graph.entities()).scores();
  }

  @Checkpointed
  private List<Phrase> phrases(List<Debate> debates) {
    PhraseFinder finder = new PhraseFinder();
    finder.read(debates);
    return finder.strongest();
  }

  @Checkpointed
  private Map<Integer, List<String>> years(List<Debate> debates) {
    YearFinder finder = new YearFinder();
    finder.read(debates);
    return finder.wordsByYear();
  }

  @Checkpointed
  private List<TopicModel> prepare(Context context) {
    int[][] words = new TopicWords(vocabulary).of(context.debates);
    List<TopicModel> models = new ArrayList<>();
    for (int seed = 1; seed <= plan.models(); seed++) {
      models.add(new TopicModel(plan.topics(), vocabulary.size(), words, new Random(seed)));
    }
    return models;
  }

  /** The models side by side: two threads, each of which changes only the model it works on. */
  private void refineAll(List<TopicModel> models) throws ExecutionException, InterruptedException {
    ExecutorService pool = twoThreads();
    try {
      List<Future<?>> tasks = new ArrayList<>();
      for (int number = 1; number <= models.size(); number++) {
        String name = "model " + number;
        TopicModel model = models.get(number - 1);
        tasks.add(pool.submit(() -> refineInBlocks(name, model)));
      }
      for (Future<?> task : tasks) {
        task.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private void refineInBlocks(String name, TopicModel model) {
    for (int block = 0; block < plan.blocks(); block++) {
      refine(model);
      say("topics", "%s, %,d sweeps: perplexity %.1f", name, model.sweeps(), model.perplexity());
    }
  }

  @Checkpointed
  private void refine(TopicModel model) {
    for (int sweep = 0; sweep < plan.sweeps(); sweep++) {
      model.sweep();
    }
    model.measure();
  }

  @Checkpointed
  private String report(Context context) {
    Comparator<TopicModel> byPerplexity = Comparator.comparing(TopicModel::perplexity);
    TopicModel best = context.models.stream().min(byPerplexity).orElseThrow();
    Colophon colophon = new Colophon().add(context);
    return new ReportPage(context, best, vocabulary).write(wordClasses, colophon.hex());
  }

  private static ExecutorService twoThreads() {
    return Executors.newFixedThreadPool(2, task -> new Thread(task, "debate-report"));
  }

  private static void say(String stage, String text, Object... values) {
    System.out.printf(Locale.ROOT, "%-8s %s%n", stage, String.format(Locale.ROOT, text, values));
  }
}
