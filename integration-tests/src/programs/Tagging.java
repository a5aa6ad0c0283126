import dev.cairn.Checkpointed;
import dev.cairn.Unsaved;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/** Counts parts of speech with OpenNLP, batch by batch. Argument: how many batches. */
public class Tagging {
  private static final String TEXT =
      "The president opened the debate and the members voted on report number %d of the committee.";

  private final Map<String, Integer> counts = new TreeMap<>();
  @Unsaved private final TokenizerME tokenizer;
  @Unsaved private final POSTaggerME tagger;

  Tagging() throws IOException {
    tokenizer = new TokenizerME(new TokenizerModel(model("tokens")));
    tagger = new POSTaggerME(new POSModel(model("pos")));
  }

  private static URL model(String kind) {
    return Tagging.class.getResource("/opennlp-en-ud-ewt-" + kind + "-1.3-2.5.4.bin");
  }

  public static void main(String[] arguments) throws IOException {
    Tagging tagging = new Tagging();
    for (int batch = 0; batch < Integer.parseInt(arguments[0]); batch++) {
      tagging.count(batch);
    }
    System.out.println(tagging.counts);
  }

  @Checkpointed
  void count(int batch) {
    for (int number = 0; number < 50; number++) {
      String[] tokens = tokenizer.tokenize(String.format(TEXT, batch * 50 + number));
      for (String tag : tagger.tag(tokens)) {
        counts.merge(tag, 1, Integer::sum);
      }
    }
  }
}
