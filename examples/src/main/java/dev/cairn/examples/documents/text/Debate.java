package dev.cairn.examples.documents.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One document: an excerpt of a debate, and what the stages find out about it. */
public final class Debate {

  public final int number;
  public final LocalDate date;
  public final String title;
  public final String text;

  /** Filled by segment; each sentence is completed by analyse. */
  public final List<Sentence> sentences = new ArrayList<>();

  /** Filled by link: every name in order of appearance, the same objects as in the graph. */
  public final List<Entity> names = new ArrayList<>();

  public Debate(int number, LocalDate date, String title, String text) {
    this.number = number;
    this.date = date;
    this.title = title;
    this.text = text;
  }

  @Override
  public String toString() {
    return "debate " + number + " of " + date;
  }
}
