package dev.cairn.core.graph.jdk.value;

import dev.cairn.core.graph.app.PartBytes;
import dev.cairn.core.graph.kind.ValueKind;
import dev.cairn.core.graph.kind.ValueSink;
import dev.cairn.core.graph.kind.ValueSource;
import dev.cairn.core.graph.reflect.Access;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The JDK's immutable values, with their codes. A code is part of the format. */
public final class Values {
  private static final int MOST_CODES = 1 << 7;

  private final Map<Class<?>, ValueKind> byClass = new HashMap<>();
  private final @Nullable ValueKind[] byCode = new @Nullable ValueKind[MOST_CODES];

  /** All of them. */
  public Values(Access access) {
    primitives();
    numbers();
    names();
    texts();
    TimeValues.all().forEach(this::add);
    NetValues.all().forEach(this::add);
    CalendarValues.all().forEach(this::add);
    NamedValues.all(access).forEach(this::add);
    JdkConstants constants = new JdkConstants();
    constants.classes().forEach(type -> byClass.put(type, constants));
    byCode[constants.code()] = constants;
  }

  /** The kind of a class, if its instances are values. */
  public Optional<ValueKind> of(Class<?> type) {
    ValueKind exact = byClass.get(type);
    return exact != null ? Optional.of(exact) : NamedValues.supertype(type).map(byClass::get);
  }

  /** The kind with a code, if there is one. */
  public Optional<ValueKind> at(int code) {
    return code >= 0 && code < byCode.length ? Optional.ofNullable(byCode[code]) : Optional.empty();
  }

  private void add(Simple<?> kind) {
    byClass.put(kind.type, kind);
    byCode[kind.code()] = kind;
  }

  private <T> void add(
      int code, Class<T> type, BiConsumer<T, ValueSink> writer, Function<ValueSource, T> reader) {
    add(new Simple<>(code, type, writer, reader));
  }

  private void primitives() {
    add(1, Boolean.class, (v, s) -> s.number(v ? 1 : 0), s -> s.number() != 0);
    add(2, Byte.class, (v, s) -> s.number(v), s -> (byte) s.smallNumber());
    add(3, Character.class, (v, s) -> s.number(v), s -> (char) s.smallNumber());
    add(4, Short.class, (v, s) -> s.number(v), s -> (short) s.smallNumber());
    add(5, Integer.class, (v, s) -> s.number(v), ValueSource::smallNumber);
    add(6, Long.class, (v, s) -> s.number(v), ValueSource::number);
    add(
        7,
        Float.class,
        (v, s) -> s.number(Float.floatToRawIntBits(v)),
        s -> Float.intBitsToFloat(s.smallNumber()));
    add(
        8,
        Double.class,
        (v, s) -> s.bits(Double.doubleToRawLongBits(v)),
        s -> Double.longBitsToDouble(s.bits()));
  }

  private void numbers() {
    add(10, BigInteger.class, (v, s) -> s.bytes(v.toByteArray()), s -> new BigInteger(s.bytes()));
    add(
        11,
        BigDecimal.class,
        (v, s) -> {
          s.number(v.scale());
          s.bytes(v.unscaledValue().toByteArray());
        },
        Values::readBigDecimal);
    add(12, MathContext.class, Values::writeMathContext, Values::readMathContext);
    add(13, OptionalInt.class, Values::writeOptionalInt, Values::readOptionalInt);
    add(14, OptionalLong.class, Values::writeOptionalLong, Values::readOptionalLong);
    add(15, OptionalDouble.class, Values::writeOptionalDouble, Values::readOptionalDouble);
  }

  private static BigDecimal readBigDecimal(ValueSource source) {
    int scale = source.smallNumber();
    return new BigDecimal(new BigInteger(source.bytes()), scale);
  }

  private static void writeMathContext(MathContext value, ValueSink sink) {
    sink.number(value.getPrecision());
    sink.text(value.getRoundingMode().name());
  }

  private static MathContext readMathContext(ValueSource source) {
    return new MathContext(source.smallNumber(), RoundingMode.valueOf(source.text()));
  }

  private static void writeOptionalInt(OptionalInt value, ValueSink sink) {
    sink.number(value.isPresent() ? 1 : 0);
    sink.number(value.orElse(0));
  }

  private static OptionalInt readOptionalInt(ValueSource source) {
    boolean present = source.number() != 0;
    int value = source.smallNumber();
    return present ? OptionalInt.of(value) : OptionalInt.empty();
  }

  private static void writeOptionalLong(OptionalLong value, ValueSink sink) {
    sink.number(value.isPresent() ? 1 : 0);
    sink.number(value.orElse(0));
  }

  private static OptionalLong readOptionalLong(ValueSource source) {
    boolean present = source.number() != 0;
    long value = source.number();
    return present ? OptionalLong.of(value) : OptionalLong.empty();
  }

  private static void writeOptionalDouble(OptionalDouble value, ValueSink sink) {
    sink.number(value.isPresent() ? 1 : 0);
    sink.bits(Double.doubleToRawLongBits(value.orElse(0)));
  }

  private static OptionalDouble readOptionalDouble(ValueSource source) {
    boolean present = source.number() != 0;
    double value = Double.longBitsToDouble(source.bits());
    return present ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private void names() {
    add(20, String.class, (v, s) -> s.text(v), ValueSource::text);
    add(
        21,
        UUID.class,
        (v, s) -> {
          s.bits(v.getMostSignificantBits());
          s.bits(v.getLeastSignificantBits());
        },
        s -> new UUID(s.bits(), s.bits()));
    add(22, URI.class, (v, s) -> s.text(v.toString()), s -> URI.create(s.text()));
    add(23, File.class, (v, s) -> s.text(v.getPath()), s -> new File(s.text()));
  }

  private void texts() {
    add(25, Locale.class, Values::writeLocale, Values::readLocale);
    add(26, Charset.class, (v, s) -> s.text(v.name()), s -> Charset.forName(s.text()));
    add(
        27,
        Currency.class,
        (v, s) -> s.text(v.getCurrencyCode()),
        s -> Currency.getInstance(s.text()));
    add(28, Pattern.class, Values::writePattern, Values::readPattern);
    add(29, PartBytes.class, (v, s) -> s.bytes(v.bytes()), s -> new PartBytes(s.bytes()));
  }

  /** Field by field: a language tag forgets what is not well-formed. */
  private static void writeLocale(Locale value, ValueSink sink) {
    sink.text(value.toLanguageTag());
    List<String> parts = List.of(value.getLanguage(), value.getCountry(), value.getVariant());
    parts.forEach(sink::text);
  }

  private static Locale readLocale(ValueSource source) {
    Locale locale = Locale.forLanguageTag(source.text());
    String language = source.text();
    String country = source.text();
    String variant = source.text();
    boolean same =
        locale.getLanguage().equals(language)
            && locale.getCountry().equals(country)
            && locale.getVariant().equals(variant);
    return same ? locale : illFormed(language, country, variant);
  }

  @SuppressWarnings("deprecation") // The builder refuses what only the constructor can make.
  private static Locale illFormed(String language, String country, String variant) {
    return new Locale(language, country, variant);
  }

  private static void writePattern(Pattern value, ValueSink sink) {
    sink.text(value.pattern());
    sink.number(value.flags());
  }

  private static Pattern readPattern(ValueSource source) {
    String pattern = source.text();
    return Pattern.compile(pattern, source.smallNumber());
  }

  /** A kind made of two functions. */
  static final class Simple<T> extends ValueKind {
    private static final Set<Class<?>> LEARNING =
        Set.of(
            Inet4Address.class,
            Inet6Address.class,
            InetSocketAddress.class,
            URL.class,
            StackTraceElement.class);

    private final Class<T> type;
    private final boolean settled;
    private final BiConsumer<T, ValueSink> writer;
    private final Function<ValueSource, ? extends T> reader;

    Simple(
        int code,
        Class<T> type,
        BiConsumer<T, ValueSink> writer,
        Function<ValueSource, ? extends T> reader) {
      super(code);
      this.type = type;
      this.settled = !LEARNING.contains(type);
      this.writer = writer;
      this.reader = reader;
    }

    @Override
    public void write(Object value, ValueSink sink) {
      writer.accept(type.cast(value), sink);
    }

    @Override
    public Object read(ValueSource source) {
      return reader.apply(source);
    }

    @Override
    public boolean isSettled() {
      return settled;
    }

    @Override
    public boolean hashesAlike() {
      return type != Class.class && type != Enum.class && type != Pattern.class;
    }
  }
}
