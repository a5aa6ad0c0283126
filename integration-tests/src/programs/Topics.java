import cc.mallet.pipe.CharSequence2TokenSequence;
import cc.mallet.pipe.Pipe;
import cc.mallet.pipe.SerialPipes;
import cc.mallet.pipe.TokenSequence2FeatureSequence;
import cc.mallet.topics.ParallelTopicModel;
import cc.mallet.types.Instance;
import cc.mallet.types.InstanceList;
import dev.cairn.Checkpointed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Learns topics with Mallet, in rounds. Arguments: how many documents, how many rounds. */
public class Topics {
  private static final String[] WORDS = {
    "bank money loan credit fund", "river water fish boat lake", "code thread heap class method"
  };

  private ParallelTopicModel model;

  public static void main(String[] arguments) throws IOException {
    Topics topics = new Topics();
    topics.begin(Integer.parseInt(arguments[0]));
    for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
      topics.learn(round);
    }
    System.out.println(topics.model.displayTopWords(5, true));
    System.out.println(topics.model.modelLogLikelihood());
  }

  @Checkpointed
  void begin(int documents) {
    model = new ParallelTopicModel(WORDS.length);
    model.setNumThreads(1);
    model.setRandomSeed(7);
    model.addInstances(read(documents));
  }

  /** Its words are split by a matcher, which is never state: the list stays inside a stage. */
  private static InstanceList read(int documents) {
    List<Pipe> pipes = new ArrayList<>();
    pipes.add(new CharSequence2TokenSequence(Pattern.compile("\\w+")));
    pipes.add(new TokenSequence2FeatureSequence());
    InstanceList list = new InstanceList(new SerialPipes(pipes));
    Random random = new Random(1);
    for (int number = 0; number < documents; number++) {
      list.addThruPipe(new Instance(text(random), null, "document " + number, null));
    }
    return list;
  }

  private static String text(Random random) {
    String[] some = WORDS[random.nextInt(WORDS.length)].split(" ");
    String[] others = WORDS[random.nextInt(WORDS.length)].split(" ");
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < 40; word++) {
      String[] from = random.nextInt(3) > 0 ? some : others;
      text.append(from[random.nextInt(from.length)]).append(' ');
    }
    return text.toString();
  }

  @Checkpointed
  void learn(int round) throws IOException {
    model.setRandomSeed(7 + round);
    model.setNumIterations(20);
    model.estimate();
  }
}
