package dev.cairn.benchmarks.save;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How JMH goes about it, always in JVMs of their own.
 *
 * @param mode how times are taken
 * @param forks in how many JVMs, one after the other
 * @param seconds for how long in each, beside a third of it to warm up; 0 for the first call only
 * @param jvm further arguments of the JVM
 */
record Pace(Mode mode, int forks, int seconds, String... jvm)
    implements Consumer<ChainedOptionsBuilder> {
  private static final int COLD_FORKS = 9;
  private static final String[] USUAL = {
    "-Xms3g",
    "-Xmx3g",
    "-Xmn1500m",
    "-XX:+UseSerialGC",
    "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED"
  };

  /** Medians of many calls in a warm JVM. */
  static Pace warm(int forks, int seconds) {
    return new Pace(Mode.SampleTime, forks, seconds);
  }

  /** The first call of each of some JVMs. */
  static Pace cold() {
    return new Pace(Mode.SingleShotTime, COLD_FORKS, 0);
  }

  /** Mean times of calls too short to be timed each, under the agent. */
  static Pace underAgent(Mode mode, int seconds, Path cairnJar, String settings) {
    return new Pace(
        mode, 1, seconds, "-javaagent:" + cairnJar + "=log=off,implicit=false," + settings);
  }

  @Override
  public void accept(ChainedOptionsBuilder options) {
    options
        .mode(mode)
        .timeUnit(TimeUnit.NANOSECONDS)
        .forks(forks)
        .warmupForks(0)
        .warmupIterations(seconds == 0 ? 0 : 1)
        .warmupTime(TimeValue.seconds(Math.max(1, seconds / 2)))
        .measurementIterations(1)
        .measurementTime(TimeValue.seconds(seconds))
        .jvmArgs(USUAL)
        .jvmArgsAppend(jvm);
  }
}
