package dev.cairn.core.event.progress;

import dev.cairn.core.event.CairnEvent;
import dev.cairn.core.event.CheckpointListener;
import dev.cairn.core.event.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows work that takes longer than a second as the last line of a terminal, which is empty again
 * when the work is over. Of several pieces of work at once the first is shown. Safe for use by many
 * threads.
 *
 * <p>The library draws on a thread of its own, which inherits what the thread has that builds the
 * first bar, and swallows an interrupt of the thread that closes one: both happen on our thread.
 * What the terminal is like is not asked, for that takes native code.
 */
public final class ProgressLine implements Progress {
  private static final Duration LONG = Duration.ofSeconds(1);
  private static final int MOST_COLUMNS = 79;
  private static final int MOST_OF_A_NAME = 40;
  private static final int MILLION = 1_000_000;

  private final PrintStream terminal;
  private final Later later;
  private @Nullable Line shown;
  private int drawn;

  /** Does something later, on a thread of its own. */
  @FunctionalInterface
  interface Later {
    /** Returns what calls it off. */
    Runnable after(Duration delay, Runnable task);
  }

  ProgressLine(PrintStream terminal, Later later) {
    this.terminal = terminal;
    this.later = later;
  }

  /**
   * A line on a terminal.
   *
   * @param terminal stays the caller's to close
   * @param threads makes daemons that know nothing of whoever makes them
   */
  public static ProgressLine on(PrintStream terminal, ThreadFactory threads) {
    ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, threads);
    executor.setRemoveOnCancelPolicy(true);
    executor.setKeepAliveTime(10, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
    return new ProgressLine(
        terminal,
        (delay, task) -> {
          ScheduledFuture<?> planned =
              executor.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
          return () -> planned.cancel(false);
        });
  }

  @Override
  public Work begin(Task task) {
    Line line = new Line(task);
    line.plan();
    return line;
  }

  /** The same listener, which prints its own lines above this one and shows work by it. */
  public CheckpointListener below(CheckpointListener lines) {
    return new Lines(lines);
  }

  private final class Lines implements CheckpointListener, Progress {
    private final CheckpointListener above;

    Lines(CheckpointListener above) {
      this.above = above;
    }

    @Override
    public void on(CairnEvent event) {
      synchronized (ProgressLine.this) {
        clear();
        above.on(event);
      }
    }

    @Override
    public Work begin(Task task) {
      return ProgressLine.this.begin(task);
    }
  }

  private synchronized boolean show(Line line) {
    if (shown != null || line.over) {
      return false;
    }
    shown = line;
    return true;
  }

  private synchronized void hide(Line line) {
    line.over = true;
    if (shown == line) {
      clear();
      shown = null;
    }
  }

  private synchronized void draw(Line line, String text) {
    if (shown == line) {
      terminal.print("\r" + text + " ".repeat(Math.max(0, drawn - text.length())));
      terminal.flush();
      drawn = text.length();
    }
  }

  private void clear() {
    if (drawn > 0) {
      terminal.print("\r" + " ".repeat(drawn) + "\r");
      terminal.flush();
      drawn = 0;
    }
  }

  private Runnable planned(Duration delay, Runnable task) {
    try {
      return later.after(delay, task);
    } catch (RuntimeException | OutOfMemoryError noThread) {
      // work that cannot be shown is done all the same
      return () -> {};
    }
  }

  private final class Line implements Work {
    private final Task task;
    private final AtomicLong done = new AtomicLong();
    private Runnable calledOff = () -> {};
    private volatile @Nullable ProgressBar bar;
    private volatile String now = "";
    private boolean over;

    Line(Task task) {
      this.task = task;
    }

    void plan() {
      calledOff = planned(LONG, this::appear);
    }

    private void appear() {
      if (show(this)) {
        ProgressBar made = built();
        bar = made;
        step(made, done.get());
        made.setExtraMessage(now).refresh();
        closeIfOver(made);
      }
    }

    private ProgressBar built() {
      boolean bytes = task.unit() == Unit.BYTES;
      return new ProgressBarBuilder()
          .setTaskName(shortened(task.doing() + " " + task.what()))
          .setInitialMax(task.total() > 0 ? task.total() : -1)
          .setUnit(bytes ? " MB" : "", bytes ? MILLION : 1)
          .setStyle(ProgressBarStyle.ASCII)
          .setUpdateIntervalMillis(200)
          .continuousUpdate()
          .setConsumer(new DelegatingProgressBarConsumer(text -> draw(this, text), MOST_COLUMNS))
          .build();
    }

    /** The end may have come while the bar was built. */
    private void closeIfOver(ProgressBar made) {
      boolean late;
      synchronized (ProgressLine.this) {
        late = over;
      }
      if (late) {
        made.close();
      }
    }

    @Override
    public void advance(long by) {
      long sum = done.addAndGet(by);
      ProgressBar drawing = bar;
      if (drawing != null) {
        step(drawing, sum);
      }
    }

    /** Where there is more to do than was known, nobody knows how much. */
    private void step(ProgressBar drawing, long sum) {
      if (sum > task.total()) {
        drawing.maxHint(-1);
      }
      drawing.stepTo(sum);
    }

    @Override
    public void now(String what) {
      now = what;
      ProgressBar drawing = bar;
      if (drawing != null) {
        drawing.setExtraMessage(what);
      }
    }

    @Override
    public void close() {
      calledOff.run();
      hide(this);
      ProgressBar drawing = bar;
      if (drawing != null) {
        planned(Duration.ZERO, drawing::close);
      }
    }
  }

  private static String shortened(String name) {
    return name.length() <= MOST_OF_A_NAME ? name : name.substring(0, MOST_OF_A_NAME - 3) + "...";
  }
}
