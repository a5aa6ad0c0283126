package dev.cairn.it.crash.program;

import java.util.ArrayList;
import java.util.List;

/** Three stages by hand, one of which leaves too much for an entry of the log. */
final class Sowing {
  private static final int SEEDS = 100_000;

  private final Diary diary = Diary.ofThisProgram();
  private final Dice dice = new Dice(3);
  private final List<Line> rows = new ArrayList<>();
  private byte[] seeds = new byte[0];

  private final Woven woven;

  private Sowing(Woven woven) {
    this.woven = woven;
  }

  static void run(Woven woven, String season) throws Throwable {
    Object result = woven.pipeline(new Sowing(woven), "sow", season);
    System.out.println("result:" + HeapText.of(result));
  }

  List<Object> sow(String season) throws Throwable {
    woven.stage(this, "plough", 2);
    diary.note("returned plough");
    byte[] chosen = (byte[]) woven.stage(this, "choose");
    diary.note("returned choose");
    woven.stage(this, "drill", (Object) chosen);
    diary.note("returned drill");
    return new ArrayList<>(List.of(rows, seeds, chosen == seeds, dice.next(100)));
  }

  void plough(int count) {
    diary.note("begin plough");
    for (int row = 0; row < count; row++) {
      rows.add(new Line("row " + dice.next(100)));
    }
    rows.add(rows.get(0));
  }

  byte[] choose() {
    diary.note("begin choose");
    seeds = new byte[SEEDS];
    for (int i = 0; i < seeds.length; i++) {
      seeds[i] = (byte) dice.next(256);
    }
    return seeds;
  }

  void drill(byte[] chosen) {
    diary.note("begin drill");
    rows.get(1).append(": ").append(chosen[7]);
    chosen[8]++;
  }
}
