package dev.cairn.examples.documents.report;

import dev.cairn.examples.documents.text.Debate;
import dev.cairn.examples.documents.topics.TopicModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws how much of each year was about which topic: bands that lie on each other, as SVG. */
final class TopicChart {

  static final List<String> COLOURS =
      List.of(
          "#4269d0", "#efb118", "#ff725c", "#6cc5b0", "#3ca951", "#ff8ab7", "#a463f2", "#97bbf5",
          "#9c6b4e", "#9498a0", "#2f8f9d", "#c9577a");

  private static final int WIDTH = 960;
  private static final int HEIGHT = 380;
  private static final int FOOT = 24;
  private static final double ROOM_FOR_LABEL = 20;

  private final TopicModel model;
  private final List<Integer> years;

  /** For each topic and year the part of the words, from 0 to 1. */
  private final double[][] parts;

  private final List<String> labels;

  TopicChart(TopicModel model, List<Debate> debates, List<String> labels) {
    this.model = model;
    this.labels = labels;
    Map<Integer, int[]> counts = countsByYear(model, debates);
    years = new ArrayList<>(counts.keySet());
    parts = new double[model.topics()][years.size()];
    for (int year = 0; year < years.size(); year++) {
      fill(year, counts.getOrDefault(years.get(year), new int[model.topics()]));
    }
  }

  static String colour(int topic) {
    return COLOURS.get(topic % COLOURS.size());
  }

  String svg() {
    Html svg = new Html();
    svg.add(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Topics by year\">\n",
        WIDTH, HEIGHT + FOOT);
    double[] floor = new double[years.size()];
    for (int topic = 0; topic < model.topics(); topic++) {
      double[] ceiling = raised(floor, parts[topic]);
      band(svg, topic, floor, ceiling);
      floor = ceiling;
    }
    axis(svg);
    return svg.raw("</svg>\n").toString();
  }

  private static Map<Integer, int[]> countsByYear(TopicModel model, List<Debate> debates) {
    Map<Integer, int[]> counts = new TreeMap<>();
    for (int debate = 0; debate < debates.size(); debate++) {
      int year = debates.get(debate).date.getYear();
      int[] sums = counts.computeIfAbsent(year, any -> new int[model.topics()]);
      for (int topic = 0; topic < sums.length; topic++) {
        sums[topic] += model.words(debate, topic);
      }
    }
    return counts;
  }

  private void fill(int year, int[] counts) {
    double total = 0;
    for (int count : counts) {
      total += count;
    }
    for (int topic = 0; topic < counts.length; topic++) {
      parts[topic][year] = counts[topic] / Math.max(1, total);
    }
  }

  private static double[] raised(double[] floor, double[] by) {
    double[] ceiling = new double[floor.length];
    for (int i = 0; i < floor.length; i++) {
      ceiling[i] = floor[i] + by[i];
    }
    return ceiling;
  }

  private void band(Html svg, int topic, double[] floor, double[] ceiling) {
    svg.add("<path fill=\"%s\" d=\"M%.1f %.1f", colour(topic), x(0), y(floor[0]));
    svg.add("L%.1f %.1f", x(0), y(ceiling[0]));
    for (int i = 1; i < ceiling.length; i++) {
      curve(svg, i - 1, i, ceiling);
    }
    svg.add("L%.1f %.1f", x(floor.length - 1), y(floor[floor.length - 1]));
    for (int i = floor.length - 2; i >= 0; i--) {
      curve(svg, i + 1, i, floor);
    }
    svg.add("Z\"><title>%s</title></path>\n", labels.get(topic));
    label(svg, topic, floor, ceiling);
  }

  private void curve(Html svg, int from, int to, double[] heights) {
    double middle = (x(from) + x(to)) / 2;
    double start = y(heights[from]);
    double end = y(heights[to]);
    svg.add("C%.1f %.1f %.1f %.1f %.1f %.1f", middle, start, middle, end, x(to), end);
  }

  /** Names the band where it is widest, if there is room; not at the edges. */
  private void label(Html svg, int topic, double[] floor, double[] ceiling) {
    int widest = 1;
    for (int i = 1; i < floor.length - 1; i++) {
      widest = parts[topic][i] > parts[topic][widest] ? i : widest;
    }
    if (floor.length > 2 && parts[topic][widest] * HEIGHT >= ROOM_FOR_LABEL) {
      double middle = (y(floor[widest]) + y(ceiling[widest])) / 2 + 4;
      svg.add(
          "<text class=\"band\" x=\"%.1f\" y=\"%.1f\">%s</text>\n",
          x(widest), middle, labels.get(topic).split(",", 2)[0]);
    }
  }

  private void axis(Html svg) {
    for (int i = 0; i < years.size(); i++) {
      String anchor = i == 0 ? "start" : i == years.size() - 1 ? "end" : "middle";
      svg.add(
          "<text class=\"year\" text-anchor=\"%s\" x=\"%.1f\" y=\"%d\">%d</text>\n",
          anchor, x(i), HEIGHT + 17, years.get(i));
    }
  }

  private double x(int year) {
    return years.size() < 2 ? 0 : (double) WIDTH * year / (years.size() - 1);
  }

  private static double y(double height) {
    return HEIGHT * (1 - height);
  }
}
