package dev.cairn.it.crash.zoo;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** Values, and small things of the JDK that change. */
@SuppressWarnings("JavaUtilDate") // old kinds of time are state too
final class Values {
  private Values() {}

  static List<Animal> all() {
    return List.of(new Plain(), new Dates(), new Texts(), new Counters(), new Dice());
  }

  /** Values of many classes in a list of anything. */
  static final class Plain extends Animal {
    private final List<Object> all = new ArrayList<>();

    @Override
    void grow() {
      all.addAll(List.of(1, 2L, (short) 3, (byte) 4, 'c', true, 1.5f, -0.0, Double.NaN, ""));
      all.addAll(List.of(new BigDecimal("1.50"), new BigDecimal("1.5"), BigInteger.TWO.pow(99)));
      all.addAll(List.of(new UUID(1, 2), URI.create("a:b"), Locale.forLanguageTag("tr-TR")));
      all.addAll(List.of(Currency.getInstance("EUR"), String.class, int[].class, Thread.State.NEW));
      all.add(Optional.of(new ArrayList<>(List.of("in an optional"))));
      all.add(null);
      all.add("\ud83d\ude00 \ud800 \u0000 \u0130 i");
    }

    @Override
    void change() {
      all.set(0, Integer.MIN_VALUE);
      all.add(Optional.empty());
    }

    @Override
    String behave() {
      return all.toString();
    }
  }

  /** Dates and times, and what else the platform makes. */
  static final class Dates extends Animal {
    private final List<Object> all = new ArrayList<>();
    private final Date date = new Date(0);

    @Override
    void grow() {
      all.add(LocalDate.of(2024, 2, 29));
      all.add(Instant.ofEpochSecond(1, 999_999_999));
      all.add(Duration.ofNanos(-1));
      all.add(ZonedDateTime.of(2026, 3, 29, 2, 30, 0, 0, ZoneId.of("Europe/Berlin")));
      all.add(Path.of("a", "b"));
    }

    @Override
    void change() {
      date.setTime(5);
      all.add(date);
    }

    @Override
    String behave() {
      return all.subList(0, 5).toString() + date.getTime();
    }
  }

  /** Texts that change, and a pattern. */
  static final class Texts extends Animal {
    private final StringBuilder builder = new StringBuilder();
    private StringBuffer buffer = new StringBuffer("old");
    private Pattern pattern = Pattern.compile("x");

    @Override
    void grow() {
      builder.append("built");
      buffer = new StringBuffer("new");
      pattern = Pattern.compile("[b-d]+", Pattern.CASE_INSENSITIVE);
    }

    @Override
    void change() {
      builder.setLength(3);
      buffer.reverse();
    }

    @Override
    String behave() {
      return builder + " " + buffer + pattern.matcher("aBCDe").replaceAll("-");
    }
  }

  /** Counters for many threads. */
  static final class Counters extends Animal {
    private final AtomicInteger integer = new AtomicInteger();
    private AtomicLong number = new AtomicLong();
    private final AtomicReference<List<String>> reference = new AtomicReference<>();

    @Override
    void grow() {
      integer.set(5);
      number = new AtomicLong(1L << 40);
      reference.set(new ArrayList<>(List.of("held")));
    }

    @Override
    void change() {
      integer.incrementAndGet();
      number.decrementAndGet();
      reference.get().add("more");
    }

    @Override
    String behave() {
      return integer + " " + number + " " + reference;
    }
  }

  /** Random generators in mid-sequence. */
  static final class Dice extends Animal {
    private final Random random = new Random(11);
    private Random other = new Random(12);

    @Override
    void grow() {
      random.nextGaussian();
      other = new Random(random.nextLong());
    }

    @Override
    void change() {
      random.nextInt();
      other.nextGaussian();
    }

    @Override
    String behave() {
      return random.nextGaussian() + " " + other.nextGaussian() + " " + other.nextInt();
    }
  }
}
