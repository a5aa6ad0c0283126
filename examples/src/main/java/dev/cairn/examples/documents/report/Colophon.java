package dev.cairn.examples.documents.report;

import dev.cairn.examples.documents.text.Debate;
import dev.cairn.examples.documents.text.Entity;
import dev.cairn.examples.documents.text.EntityGraph;
import dev.cairn.examples.documents.text.Sentence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A digest of all that the report was made from, down to the last token, so that two reports with
 * the same digest have the same ground, not only the same surface.
 */
public final class Colophon {

  private final MessageDigest digest;

  public Colophon() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  public Colophon add(Context context) {
    context.debates.forEach(this::addDebate);
    for (Entity entity : context.graph.entities()) {
      add(entity.name, entity.mentions, context.centrality.get(entity));
      for (Entity other : EntityGraph.closest(entity, entity.companions.size())) {
        add(other.name, entity.companions.get(other));
      }
    }
    context.phrases.forEach(this::add);
    context.models.forEach(model -> add(model.perplexities(), model.chance()));
    return add(context.edition, context.wordsOfTheYear);
  }

  /** Appends values that have a text of their own. */
  public Colophon add(@Nullable Object... values) {
    for (@Nullable Object value : values) {
      digest.update(String.valueOf(value).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return this;
  }

  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void addDebate(Debate debate) {
    add(debate.number, debate.date, debate.title, debate.text, debate.names);
    for (Sentence sentence : debate.sentences) {
      add(sentence.text, Arrays.toString(sentence.tokens), Arrays.toString(sentence.classes));
    }
  }
}
