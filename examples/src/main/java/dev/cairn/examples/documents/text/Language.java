package dev.cairn.examples.documents.text;

import dev.cairn.AfterRestore;
import dev.cairn.Unsaved;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * Finds sentences, tokens and word classes with the OpenNLP models of one language.
 *
 * <p>The models are megabytes of read-only numbers that lie on the class path: no state. So they
 * are left out of the snapshots and opened anew after a restore. Not thread-safe.
 */
public final class Language {

  private final String code;
  @Unsaved private SentenceDetectorME detector;
  @Unsaved private TokenizerME tokenizer;
  @Unsaved private POSTaggerME tagger;

  public Language(String code) {
    this.code = code;
    open();
  }

  @AfterRestore
  void open() {
    try (InputStream sentences = model("sentence");
        InputStream tokens = model("tokens");
        InputStream tags = model("pos")) {
      detector = new SentenceDetectorME(new SentenceModel(sentences));
      tokenizer = new TokenizerME(new TokenizerModel(tokens));
      tagger = new POSTaggerME(new POSModel(tags));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open the models of language " + code, e);
    }
  }

  public void split(Debate debate) {
    for (String text : detector.sentDetect(debate.text)) {
      debate.sentences.add(new Sentence(text));
    }
  }

  public void tag(Sentence sentence) {
    sentence.tokens = tokenizer.tokenize(sentence.text);
    String[] tags = tagger.tag(sentence.tokens);
    sentence.classes = new WordClass[tags.length];
    for (int i = 0; i < tags.length; i++) {
      sentence.classes[i] = WordClass.ofTag(tags[i]);
    }
  }

  private InputStream model(String kind) throws FileNotFoundException {
    String resource = "/opennlp-" + code + "-ud-ewt-" + kind + "-1.3-2.5.4.bin";
    InputStream model = Language.class.getResourceAsStream(resource);
    if (model == null) {
      throw new FileNotFoundException("No " + resource + " on the class path");
    }
    return model;
  }
}
