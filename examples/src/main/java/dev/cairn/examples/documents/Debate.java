package dev.cairn.examples.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One document: an excerpt of a debate, and what the stages find out about it. */
final class Debate {

  final int number;
  final LocalDate date;
  final String title;
  final String text;

  /** Filled by segment; each sentence is completed by analyse. */
  final List<Sentence> sentences = new ArrayList<>();

  /** Filled by link: every name in order of appearance, the same objects as in the graph. */
  final List<Entity> names = new ArrayList<>();

  Debate(int number, LocalDate date, String title, String text) {
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
