package dev.cairn.examples.documents.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds names in analysed sentences: runs of capitalised words, an "of" between them included,
 * without forms of address and words that are capitalised for other reasons.
 */
public final class NameFinder {

  private static final Set<String> ADDRESS =
      Set.of("Mr", "Mrs", "Ms", "Madam", "Sir", "Lord", "Lady", "Baroness", "Dr", "President");

  private static final Set<String> NO_NAMES =
      Set.of(
          """
          Amendment Amendments Annex Article Articles Committee EEC EU EUR European Gentleman
          Gentlemen Group Groups House Ladies Member Members Nations Paper Paragraph Republic Rule
          State States Thank Title January February March April May June July August September
          October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday
          """
              .strip()
              .split("\\s+", -1));

  private final EntityGraph graph;

  public NameFinder(EntityGraph graph) {
    this.graph = graph;
  }

  public void link(Debate debate) {
    for (Sentence sentence : debate.sentences) {
      List<Entity> named = names(sentence);
      debate.names.addAll(named);
      linkAll(named);
    }
  }

  private List<Entity> names(Sentence sentence) {
    List<Entity> named = new ArrayList<>();
    int start = 0;
    while (start < sentence.tokens.length) {
      int end = endOfName(sentence, start);
      if (end > start) {
        add(String.join(" ", List.of(sentence.tokens).subList(start, end)), named);
      }
      start = Math.max(start + 1, end);
    }
    return named;
  }

  private void add(String name, List<Entity> named) {
    if (!NO_NAMES.contains(name)) {
      Entity entity = graph.entity(name);
      entity.mentions++;
      named.add(entity);
    }
  }

  /** Where the name ends that starts here; the start itself if none does. */
  private static int endOfName(Sentence sentence, int start) {
    int end = start;
    while (isPart(sentence, end) || (end > start && isOf(sentence, end))) {
      end++;
    }
    while (end > start && sentence.classes[end - 1] == WordClass.ADJECTIVE) {
      end--;
    }
    return end;
  }

  private static boolean isOf(Sentence sentence, int i) {
    return i < sentence.tokens.length && sentence.tokens[i].equals("of") && isPart(sentence, i + 1);
  }

  /** The first word of a sentence is capitalised anyway: there, only what is tagged as a name. */
  private static boolean isPart(Sentence sentence, int i) {
    return i < sentence.tokens.length
        && sentence.isWord(i)
        && sentence.isCapitalised(i)
        && isNaming(sentence.classes[i], i)
        && !ADDRESS.contains(sentence.tokens[i]);
  }

  private static boolean isNaming(WordClass kind, int i) {
    return kind == WordClass.NAME
        || (i > 0 && (kind == WordClass.NOUN || kind == WordClass.ADJECTIVE));
  }

  private static void linkAll(List<Entity> named) {
    for (int i = 0; i < named.size(); i++) {
      for (int j = i + 1; j < named.size(); j++) {
        if (named.get(i) != named.get(j)) {
          named.get(i).meet(named.get(j));
        }
      }
    }
  }
}
