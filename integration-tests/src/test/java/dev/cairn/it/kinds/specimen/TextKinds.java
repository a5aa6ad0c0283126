package dev.cairn.it.kinds.specimen;

import static dev.cairn.it.kinds.specimen.Specimen.foreign;
import static dev.cairn.it.kinds.specimen.Specimen.same;
import static dev.cairn.it.kinds.specimen.Specimen.used;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ChoiceFormat;
import java.text.CompactNumberFormat;
import java.text.DateFormatSymbols;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.TimeZone;
import java.util.stream.Stream;

/** Texts under construction, formats, buffers. */
@SuppressWarnings("JavaUtilDate") // Applications have them.
final class TextKinds {

  private TextKinds() {}

  static Stream<Specimen> all() {
    return Stream.of(builders(), numbers(), dates(), buffers(), windows()).flatMap(kinds -> kinds);
  }

  private static Stream<Specimen> builders() {
    return Stream.of(
        same("StringBuilder", () -> new StringBuilder("text")),
        same("StringBuffer", () -> new StringBuffer("text")),
        used(
            "StringJoiner",
            () -> new StringJoiner(",", "[", "]").add("a"),
            j -> ((StringJoiner) j).add("b")),
        used(
            "StringJoiner, empty",
            () -> new StringJoiner(",").setEmptyValue("none"),
            Object::toString));
  }

  private static Stream<Specimen> numbers() {
    return Stream.of(
        used("DecimalFormat", () -> decimal("#,##0.00;(#)"), TextKinds::formatted).inSameJdk(),
        used("DecimalFormat with settings", TextKinds::set, TextKinds::formatted).inSameJdk(),
        used(
                "NumberFormat of a locale",
                () -> NumberFormat.getInstance(Locale.GERMANY),
                TextKinds::formatted)
            .inSameJdk(),
        used(
                "NumberFormat of per cent",
                () -> NumberFormat.getPercentInstance(Locale.FRANCE),
                TextKinds::formatted)
            .inSameJdk(),
        used(
                "NumberFormat of money",
                () -> NumberFormat.getCurrencyInstance(Locale.US),
                TextKinds::formatted)
            .inSameJdk(),
        used(
            "DecimalFormatSymbols",
            () -> new DecimalFormatSymbols(Locale.GERMANY),
            s -> ((DecimalFormatSymbols) s).getDecimalSeparator()),
        used("ChoiceFormat", () -> new ChoiceFormat("0#none|1#one|1<many"), TextKinds::formatted),
        used(
                "MessageFormat",
                () -> new MessageFormat("{0} of {1,number,#.#}", Locale.ROOT),
                f -> ((Format) f).format(new Object[] {"a", 1.25}))
            .inSameJdk(),
        foreign("CompactNumberFormat", TextKinds::compact, "does not know"));
  }

  private static NumberFormat compact() {
    return new CompactNumberFormat(
        "#", new DecimalFormatSymbols(Locale.ROOT), new String[] {"", "0"});
  }

  private static DecimalFormat decimal(String pattern) {
    return new DecimalFormat(pattern, new DecimalFormatSymbols(Locale.GERMANY));
  }

  private static Object set() {
    DecimalFormat format = decimal("0.###E0");
    format.setRoundingMode(RoundingMode.CEILING);
    format.setParseBigDecimal(true);
    format.setPositivePrefix("plus ");
    format.setMultiplier(10);
    Object unused = format.format(3);
    return format;
  }

  private static Object formatted(Object format) {
    try {
      String text = ((Format) format).format(-1234.5678);
      Object parsed = ((Format) format).parseObject(text);
      return text + parsed + parsed.getClass() + ((Format) format).format(new BigDecimal("0.5"));
    } catch (ParseException e) {
      return e.getMessage();
    }
  }

  private static Stream<Specimen> dates() {
    return Stream.of(
        used(
                "DateTimeFormatter",
                () -> DateTimeFormatter.ofPattern("yyyy-MM-dd EEE", Locale.ENGLISH),
                f -> ((DateTimeFormatter) f).format(LocalDate.EPOCH))
            .inSameJdk(),
        used(
                "DateTimeFormatter.ISO_DATE",
                () -> DateTimeFormatter.ISO_DATE,
                f -> ((DateTimeFormatter) f).format(LocalDate.EPOCH))
            .inSameJdk(),
        used("SimpleDateFormat", () -> date("yyyy-MM-dd HH:mm zzz"), TextKinds::dated).inSameJdk(),
        used("SimpleDateFormat in use", TextKinds::inUse, TextKinds::dated).inSameJdk(),
        used("SimpleDateFormat of two-digit years", TextKinds::twoDigits, TextKinds::dated)
            .inSameJdk(),
        used(
            "DateFormatSymbols",
            () -> new DateFormatSymbols(Locale.FRANCE),
            s -> List.of(((DateFormatSymbols) s).getMonths())));
  }

  private static SimpleDateFormat date(String pattern) {
    SimpleDateFormat format = new SimpleDateFormat(pattern, Locale.GERMANY);
    format.setTimeZone(TimeZone.getTimeZone("America/New_York"));
    return format;
  }

  private static Object inUse() {
    SimpleDateFormat format = date("d. MMMM yyyy");
    format.setLenient(false);
    Object unused = format.format(new Date(1_709_180_000_123L));
    return format;
  }

  private static Object twoDigits() {
    SimpleDateFormat format = date("dd.MM.yy");
    format.set2DigitYearStart(new Date(0));
    return format;
  }

  private static Object dated(Object object) {
    SimpleDateFormat format = (SimpleDateFormat) object;
    String text = format.format(new Date(1_009_180_000_123L));
    try {
      return text
          + format.parse(text).getTime()
          + format.toPattern()
          + format.getTimeZone().getID();
    } catch (ParseException e) {
      return text + e.getMessage();
    }
  }

  private static Stream<Specimen> buffers() {
    return Stream.of(
        used("ByteBuffer", () -> bytes().position(2).limit(5), b -> ((ByteBuffer) b).getShort()),
        used(
            "ByteBuffer, little-endian",
            () -> bytes().order(ByteOrder.LITTLE_ENDIAN),
            b -> ((ByteBuffer) b).getInt()),
        used(
            "ByteBuffer with a mark",
            () -> bytes().position(1).mark().position(3),
            b -> ((ByteBuffer) b).reset().position()),
        used(
            "ByteBuffer, read-only",
            () -> bytes().asReadOnlyBuffer(),
            b -> ((ByteBuffer) b).put((byte) 1)),
        used(
            "ByteBuffer, a slice",
            () -> bytes().position(3).slice(),
            b -> ((ByteBuffer) b).get() + ((ByteBuffer) b).arrayOffset()),
        used(
            "CharBuffer",
            () -> CharBuffer.wrap("buffer".toCharArray()).position(1),
            Object::toString),
        used("CharBuffer of a text", () -> CharBuffer.wrap("buffer").position(1), Object::toString),
        used(
            "IntBuffer",
            () -> IntBuffer.wrap(new int[] {1, 2, 3}).position(1),
            b -> ((IntBuffer) b).get()),
        used("LongBuffer", () -> LongBuffer.allocate(3).put(7).flip(), b -> ((LongBuffer) b).get()),
        used(
            "DoubleBuffer",
            () -> DoubleBuffer.wrap(new double[] {1, 2}),
            b -> ((DoubleBuffer) b).get(1)));
  }

  private static ByteBuffer bytes() {
    return ByteBuffer.wrap("0123456789".getBytes(StandardCharsets.US_ASCII));
  }

  private static Stream<Specimen> windows() {
    return Stream.of(
        used("two buffers on one array", TextKinds::two, TextKinds::shared),
        foreign(
            "ByteBuffer, direct", () -> ByteBuffer.allocateDirect(8), "memory outside the heap"),
        foreign("IntBuffer on a ByteBuffer", () -> bytes().asIntBuffer(), "does not know"));
  }

  private static Object two() {
    ByteBuffer buffer = bytes();
    return new ArrayList<>(List.of(buffer, buffer.duplicate()));
  }

  private static Object shared(Object pair) {
    ((ByteBuffer) ((List<?>) pair).get(0)).put(5, (byte) 77);
    return ((ByteBuffer) ((List<?>) pair).get(1)).get(5);
  }
}
