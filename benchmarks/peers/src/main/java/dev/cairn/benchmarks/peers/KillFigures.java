package dev.cairn.benchmarks.peers;

import dev.cairn.benchmarks.peers.Ground.Site;
import dev.cairn.benchmarks.peers.Peer.Name;
import dev.cairn.benchmarks.peers.Pipeline.Plan;
import dev.cairn.benchmarks.peers.Trial.Subject;
import dev.cairn.benchmarks.report.Figures;
import dev.cairn.benchmarks.report.Table;
import dev.cairn.benchmarks.work.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Kills pipelines at random moments by {@code kill -9}, starts them again, and writes what became
 * of them into a document. Killed itself, it goes on where it was. Arguments: the document,
 * cairn.jar, the file that keeps what is done, and how many moments for each.
 */
public final class KillFigures {
  private static final int KILOBYTES = 100;
  private static final int PERCENT = 10;
  private static final int STAGES = 20;
  private static final long SEED = 41;
  private static final int LINES_OF_A_FAILURE = 12;
  private static final long POLL_MILLIS = 2;
  private static final List<Subject> SUBJECTS =
      List.of(
          new Subject(Name.CAIRN, true),
          new Subject(Name.CAIRN, false),
          new Subject(Name.DBOS, true),
          new Subject(Name.DBOS, false),
          new Subject(Name.SPRING_BATCH, true),
          new Subject(Name.SPRING_BATCH, false),
          new Subject(Name.JAVA, false),
          new Subject(Name.JACKSON, false),
          new Subject(Name.MVSTORE, false));

  private final Ground ground;
  private final Path kept;
  private final int moments;
  private final List<Trial> trials = new ArrayList<>();
  private final Map<Subject, Calm> calm = new HashMap<>();

  /** How a pipeline goes that nobody kills. */
  private record Calm(long result, long millis) {}

  private KillFigures(Ground ground, Path kept, int moments) throws IOException {
    this.ground = ground;
    this.kept = kept;
    this.moments = moments;
    if (Files.exists(kept)) {
      Files.readAllLines(kept).forEach(line -> Trial.of(line).ifPresent(trials::add));
    }
  }

  /** Kills, counts and writes. */
  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    try (Ground ground = new Ground(Path.of(arguments[1]))) {
      Path kept = Path.of(arguments[2]);
      KillFigures figures = new KillFigures(ground, kept, Integer.parseInt(arguments[3]));
      figures.killAll();
      new Figures(Path.of(arguments[0])).replace("kills", figures.table().toString());
      Files.deleteIfExists(kept);
    }
  }

  private void killAll() throws IOException, SQLException, InterruptedException {
    for (int number = 0; number < moments; number++) {
      for (Subject subject : SUBJECTS) {
        if (!isDone(subject, number)) {
          keep(kill(subject, number));
        }
      }
    }
  }

  private boolean isDone(Subject subject, int number) {
    return trials.stream()
        .anyMatch(trial -> trial.subject().equals(subject) && trial.number() == number);
  }

  private void keep(Trial trial) throws IOException {
    trials.add(trial);
    System.out.println(trial.line());
    Files.writeString(
        kept, trial.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private Trial kill(Subject subject, int number)
      throws IOException, SQLException, InterruptedException {
    Calm expected = calm(subject);
    Site site = ground.site(subject.peer());
    Process process = site.start(plan(subject));
    SplittableRandom random = new SplittableRandom(SEED + number);
    awaitFirstBody(site, process);
    process.waitFor(random.nextLong(expected.millis), TimeUnit.MILLISECONDS);
    // a process that is killed by itself, not as this one's child, leaves its output readable
    process.toHandle().destroyForcibly();
    Printed first = Printed.by(process);
    boolean finished = first.number("result").isPresent();
    Printed last = finished ? first : Printed.by(site.start(plan(subject)));
    OptionalLong result = last.number("result");
    if (result.isEmpty()) {
      last.lines().stream().limit(LINES_OF_A_FAILURE).forEach(System.out::println);
    }
    return new Trial(
        subject,
        number,
        result.isPresent() && result.getAsLong() != expected.result,
        Journal.of(Files.readAllLines(site.journal())),
        last.number(PeerProgram.MANUAL).isPresent(),
        result.isEmpty());
  }

  private Calm calm(Subject subject) throws IOException, SQLException, InterruptedException {
    Calm known = calm.get(subject);
    if (known == null) {
      Site site = ground.site(subject.peer());
      Process process = site.start(plan(subject));
      awaitFirstBody(site, process);
      long begun = System.nanoTime();
      Printed printed = Printed.by(process);
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      known = new Calm(printed.number("result").orElseThrow(), millis + 1);
      calm.put(subject, known);
    }
    return known;
  }

  private static Plan plan(Subject subject) {
    return new Plan(KILOBYTES, PERCENT, STAGES, subject.inPlace(), -1);
  }

  private static void awaitFirstBody(Site site, Process process)
      throws IOException, InterruptedException {
    while (process.isAlive() && !(Files.exists(site.journal()) && Files.size(site.journal()) > 0)) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private Table table() {
    Table table =
        new Table(
            "", "kills", "wrong result", "never finished", "by hand", "lost stages", "repeated");
    for (Subject subject : SUBJECTS) {
      List<Trial> own = trials.stream().filter(trial -> trial.subject().equals(subject)).toList();
      table.row(
          subject,
          own.size(),
          own.stream().filter(Trial::wrong).count(),
          own.stream().filter(Trial::stuck).count(),
          own.stream().filter(Trial::manual).count(),
          own.stream().mapToInt(trial -> trial.journal().lost()).sum(),
          own.stream().mapToInt(trial -> trial.journal().repeated()).sum());
    }
    return table;
  }
}
