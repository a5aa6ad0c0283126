package dev.cairn.it.kinds.specimen;

import static dev.cairn.it.kinds.specimen.Specimen.same;
import static dev.cairn.it.kinds.specimen.Specimen.used;

import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values of the JDK: content is all there is to them. */
final class ValueKinds {

  private ValueKinds() {}

  static Stream<Specimen> all() {
    return Stream.of(primitives(), numbers(), names(), addresses(), constants(), arrays())
        .flatMap(kinds -> kinds);
  }

  private static Stream<Specimen> primitives() {
    return Stream.of(
        same("Boolean", () -> true),
        same("Byte", () -> (byte) -1),
        same("Character", () -> 'x'),
        same("Short", () -> (short) 300),
        same("Integer", () -> Integer.MIN_VALUE),
        same("Long", () -> Long.MAX_VALUE),
        same("Float", () -> Float.NaN),
        same("Double", () -> -0.0),
        used(
            "String with half a surrogate pair",
            () -> "a\uD800b\u0000",
            text -> ((String) text).chars().sum()),
        same("String", () -> "text \u00e9 \uD83D\uDE00"));
  }

  private static Stream<Specimen> numbers() {
    return Stream.of(
        same("BigInteger", () -> new BigInteger("-123456789012345678901234567890")),
        same("BigDecimal", () -> new BigDecimal("1.2300")),
        same("BigDecimal with a negative scale", () -> new BigDecimal("12e9")),
        same("MathContext", () -> MathContext.DECIMAL64),
        same("OptionalInt", () -> OptionalInt.of(0)),
        same("OptionalLong, empty", OptionalLong::empty),
        same("OptionalDouble", () -> OptionalDouble.of(1.5)));
  }

  private static Stream<Specimen> names() {
    return Stream.of(
        same("UUID", () -> new UUID(1, 2)),
        same("URI", () -> URI.create("http://example.org/a%20b?c#d")),
        same("URI, opaque", () -> URI.create("mailto:someone@example.org")),
        used("URL", ValueKinds::url, url -> ((URL) url).getRef()),
        same("File", () -> new File("some/where")),
        same("Path", () -> Path.of("some", "..", "where")),
        same("Locale", () -> new Locale.Builder().setLanguage("de").setRegion("CH").build()),
        same("Locale with a variant", () -> Locale.forLanguageTag("no-NO-x-lvariant-NY")),
        same("Locale with extensions", () -> Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai")),
        same("Charset", () -> StandardCharsets.UTF_16BE),
        same("Currency", () -> Currency.getInstance("EUR")),
        used(
            "Pattern",
            () -> Pattern.compile("a.+", Pattern.DOTALL),
            p -> ((Pattern) p).matcher("a\n").matches()));
  }

  private static Object url() {
    try {
      return URI.create("http://example.org/a?b#c").toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Specimen> addresses() {
    return Stream.of(
        same("InetAddress, version 4", () -> address("host.example", 10, 1, 2, 3)),
        same("InetAddress without a name", () -> address(null, 10, 1, 2, 3)),
        same(
            "InetAddress, version 6",
            () -> address("six", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)),
        used(
            "InetSocketAddress",
            () -> new InetSocketAddress(address("host", 10, 1, 2, 3), 80),
            a -> ((InetSocketAddress) a).isUnresolved()),
        used(
            "InetSocketAddress, unresolved",
            () -> InetSocketAddress.createUnresolved("host.example", 80),
            a -> ((InetSocketAddress) a).isUnresolved()));
  }

  private static InetAddress address(@Nullable String name, int... parts) {
    byte[] bytes = new byte[parts.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) parts[i];
    }
    try {
      return InetAddress.getByAddress(name, bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An enum whose constants have bodies. */
  enum Sign {
    PLUS {
      @Override
      int apply(int number) {
        return number;
      }
    },
    MINUS {
      @Override
      int apply(int number) {
        return -number;
      }
    };

    abstract int apply(int number);
  }

  private static Stream<Specimen> constants() {
    return Stream.of(
        same("enum constant", () -> RoundingMode.UP),
        used("enum constant with a body", () -> Sign.MINUS, sign -> ((Sign) sign).apply(1)),
        used("enum constant, the same one", () -> Sign.PLUS, sign -> sign == Sign.PLUS),
        same("Class", () -> Map.Entry.class),
        same("Class of a primitive", () -> int.class),
        same("Class of an array", () -> String[][].class),
        same("StackTraceElement", () -> new StackTraceElement("a", "b", null, 3)));
  }

  private static Stream<Specimen> arrays() {
    return Stream.of(
        same("boolean[]", () -> new boolean[] {true, false}),
        same("byte[]", () -> new byte[] {1, -2}),
        same("char[]", () -> new char[] {'a', '\uFFFF'}),
        same("short[]", () -> new short[] {1, -2}),
        same("int[]", () -> new int[] {1, -2}),
        same("long[]", () -> new long[] {1, Long.MIN_VALUE}),
        same("float[]", () -> new float[] {1, Float.NaN}),
        same("double[]", () -> new double[] {1, -0.0}),
        same("int[][], ragged", () -> new int[][] {{1}, {}, {2, 3}}),
        same("String[]", () -> new String[] {"a", null}),
        same("Object[] of many kinds", () -> new Object[] {1, "a", new int[] {2}}),
        same("enum[]", () -> new Sign[] {Sign.MINUS}));
  }
}
