package dev.cairn.it.runs.program;

import dev.cairn.Checkpointed;
import dev.cairn.Key;
import dev.cairn.Pipeline;
import dev.cairn.Pipeline.OnComplete;
import dev.cairn.it.crash.program.Diary;
import dev.cairn.it.crash.program.Line;
import java.util.ArrayList;
import java.util.List;

/** A pipeline whose result may be asked for again, and one whose stages have keys. */
public final class Days {
  private final Diary diary = Diary.ofThisProgram();

  private Days() {}

  /** Arguments: which pipeline, and its parameters. */
  public static void main(String[] arguments) {
    Days days = new Days();
    int scale = Integer.parseInt(arguments[2]);
    switch (arguments[0]) {
      case "asked" -> System.out.println(days.asked(arguments[1], scale));
      case "keyed" -> System.out.println(days.keyed(arguments[1], scale));
      case "holding" -> days.hold(arguments[1]);
      default -> days.fill(arguments[1]);
    }
  }

  private void hold(String day) {
    Line line = new Line("given");
    List<Line> holder = holding(day, line);
    System.out.println(holder + " " + (holder.get(0) == line));
  }

  private void fill(String day) {
    List<Line> lines = new ArrayList<>();
    System.out.println(filling(day, lines) + " " + lines);
  }

  @Pipeline(name = "holding", onComplete = OnComplete.RETURN_RESULT)
  List<Line> holding(@Key String day, Line line) {
    diary.note("run");
    return new ArrayList<>(List.of(line, new Line(day)));
  }

  @Pipeline(name = "filling", onComplete = OnComplete.RETURN_RESULT)
  int filling(@Key String day, List<Line> lines) {
    diary.note("run");
    add(lines, day);
    return lines.size();
  }

  @Pipeline(name = "asked", onComplete = OnComplete.RETURN_RESULT)
  List<Line> asked(@Key String day, int scale) {
    diary.note("run");
    List<Line> lines = new ArrayList<>();
    add(lines, day + " at " + scale);
    diary.note("added");
    Line first = lines.get(0);
    lines.add(first);
    return lines;
  }

  @Checkpointed
  void add(List<Line> lines, String line) {
    diary.note("begin add");
    lines.add(new Line(line));
  }

  @Pipeline(name = "keyed")
  Readings keyed(@Key String day, int scale) {
    Readings readings = new Readings();
    readings.scale = scale;
    if (Boolean.getBoolean("more")) {
      readings.lines.add("more");
    }
    for (String place : List.of("north", "south")) {
      measure(place, readings);
      diary.note("returned measure " + place);
    }
    return readings;
  }

  /** Found again by its key, though the scale, which it only reads, may differ. */
  @Checkpointed
  void measure(@Key String place, Readings readings) {
    diary.note("begin measure " + place);
    readings.lines.add(place + " " + (readings.scale > 0));
  }

  /** What is changed, and what is only read. */
  static final class Readings {
    final List<String> lines = new ArrayList<>();
    int scale;

    @Override
    public String toString() {
      return lines + " at " + scale;
    }
  }
}
