package dev.cairn.core.catalog;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/** Texts of metadata in order: what is a number as one, before what is not. */
final class MetadataOrder implements Comparator<String> {
  private static final int LONGEST_NUMBER = 100;

  @Override
  public int compare(String one, String other) {
    Optional<BigDecimal> first = number(one);
    Optional<BigDecimal> second = number(other);
    if (first.isPresent() && second.isPresent()) {
      return first.get().compareTo(second.get());
    }
    int kinds = Boolean.compare(second.isPresent(), first.isPresent());
    return kinds != 0 ? kinds : one.compareTo(other);
  }

  /** Whether the two can be told to be more or less than each other. */
  static boolean isComparable(String one, String other) {
    return number(one).isPresent() == number(other).isPresent();
  }

  private static Optional<BigDecimal> number(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
