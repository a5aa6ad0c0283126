package dev.cairn.examples.documents.report;

import dev.cairn.examples.documents.text.Entity;
import java.util.ArrayList;
import java.util.List;

/** Draws names on a circle and the links between them, the thicker the more often, as SVG. */
final class NameChart {

  private static final int SIZE = 700;
  private static final int RADIUS = 200;
  private static final int LEAST = 2;

  private final List<Entity> places;

  NameChart(List<Entity> names) {
    places = neighbourly(names);
  }

  String svg() {
    Html svg = new Html();
    svg.add("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Names\">\n", SIZE, SIZE);
    for (int i = 0; i < places.size(); i++) {
      for (int j = i + 1; j < places.size(); j++) {
        link(svg, i, j);
      }
    }
    for (int i = 0; i < places.size(); i++) {
      name(svg, i);
    }
    return svg.raw("</svg>\n").toString();
  }

  /** Puts next to each name the one that it is most often named with, of those not yet placed. */
  private static List<Entity> neighbourly(List<Entity> names) {
    List<Entity> open = new ArrayList<>(names);
    List<Entity> placed = new ArrayList<>();
    while (!open.isEmpty()) {
      Entity next = open.get(0);
      for (Entity other : placed.isEmpty() ? List.<Entity>of() : open) {
        next = together(placed, other) > together(placed, next) ? other : next;
      }
      placed.add(next);
      open.remove(next);
    }
    return placed;
  }

  private static int together(List<Entity> placed, Entity entity) {
    return placed.get(placed.size() - 1).companions.getOrDefault(entity, 0);
  }

  private void link(Html svg, int from, int to) {
    int count = places.get(from).companions.getOrDefault(places.get(to), 0);
    if (count >= LEAST) {
      svg.add(
          "<path class=\"link\" stroke-width=\"%.1f\" d=\"M%.1f %.1fQ%d %d %.1f %.1f\"/>\n",
          Math.sqrt(count) * 0.8,
          x(from, RADIUS),
          y(from, RADIUS),
          SIZE / 2,
          SIZE / 2,
          x(to, RADIUS),
          y(to, RADIUS));
    }
  }

  private void name(Html svg, int place) {
    double degrees = Math.toDegrees(angle(place));
    boolean left = degrees > 90 && degrees < 270;
    svg.add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>", x(place, RADIUS), y(place, RADIUS));
    svg.add(
        "<text text-anchor=\"%s\" transform=\"translate(%.1f %.1f) rotate(%.1f)\">%s</text>\n",
        left ? "end" : "start",
        x(place, RADIUS + 10),
        y(place, RADIUS + 10),
        left ? degrees - 180 : degrees,
        places.get(place).name);
  }

  private double angle(int place) {
    return 2 * Math.PI * place / places.size();
  }

  private double x(int place, int radius) {
    return SIZE / 2.0 + radius * Math.cos(angle(place));
  }

  private double y(int place, int radius) {
    return SIZE / 2.0 + radius * Math.sin(angle(place));
  }
}
