package dev.cairn.benchmarks.work;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A document state of any size: pages of a kilobyte with text, numbers and facts. A tree of plain
 * fields without aliases, so that Java serialization and JSON can save it too.
 */
public final class Dossier implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  private static final int PERCENT = 100;
  private static final int WORDS = 90;
  private static final int WEIGHTS = 8;
  private static final int FACTS = 3;

  /** How often it was changed. */
  public int revision;

  /** Its pages, about a kilobyte each. */
  public List<Page> pages = new ArrayList<>();

  /** One page. */
  public static final class Page implements Serializable {
    @Serial private static final long serialVersionUID = 1;

    /** Its place. */
    public int number;

    /** Most of its bytes. */
    public String text = "";

    /** Numbers. */
    public double[] weights = new double[0];

    /** Small values by name. */
    public Map<String, Integer> facts = new HashMap<>();

    /** One that is yet to be filled. */
    public Page() {}
  }

  /** One without pages. */
  public Dossier() {}

  /** One of a size, the same every time. */
  public static Dossier of(int kilobytes) {
    Dossier dossier = new Dossier();
    for (int number = 0; number < kilobytes; number++) {
      Page page = new Page();
      page.number = number;
      fill(page, 0);
      dossier.pages.add(page);
    }
    return dossier;
  }

  /** Changes a share of the pages in place, each to its last letter. */
  public void change(int percent) {
    revision++;
    for (Page page : pages) {
      if (page.number * (long) percent % PERCENT < percent) {
        fill(page, revision);
      }
    }
  }

  private static void fill(Page page, int revision) {
    SplittableRandom random = new SplittableRandom(31L * page.number + revision);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < WORDS; i++) {
      text.append(Integer.toString(random.nextInt(2_000_000), Character.MAX_RADIX)).append("ing ");
    }
    page.text = text.toString();
    page.weights = random.doubles(WEIGHTS).toArray();
    for (int i = 0; i < FACTS; i++) {
      page.facts.put("fact " + i, random.nextInt());
    }
  }

  /** A number that tells one content from another. */
  public long checksum() {
    long sum = revision;
    for (Page page : pages) {
      sum = 31 * sum + page.text.hashCode();
      sum = 31 * sum + page.facts.hashCode();
      for (double weight : page.weights) {
        sum = 31 * sum + Double.hashCode(weight);
      }
    }
    return sum;
  }
}
