package dev.cairn.core.graph.jdk.format;

import dev.cairn.core.graph.app.FieldMarks;
import dev.cairn.core.graph.app.PlainKind;
import dev.cairn.core.graph.jdk.slot.MadeSlot;
import dev.cairn.core.graph.jdk.slot.SlotsKind;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.text.DateFormat;
import java.text.DateFormatSymbols;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The old formats of numbers and dates, with time zones and calendars. */
public final class Formats {
  private final Access access;

  private Formats(Access access) {
    this.access = access;
  }

  /**
   * The kind of a class, if it is one of these.
   *
   * @throws ReflectiveOperationException if this JDK makes it in another way
   */
  public static Optional<NodeKind> of(Class<?> type, Access access)
      throws ReflectiveOperationException {
    if (!access.isTrusted()) {
      return Optional.empty();
    }
    Formats formats = new Formats(access);
    if (type == SimpleDateFormat.class) {
      return Optional.of(formats.dates());
    }
    if (type == DecimalFormat.class) {
      return Optional.of(formats.numbers());
    }
    if (type == DateFormatSymbols.class || type == DecimalFormatSymbols.class) {
      return Optional.of(formats.symbols(type));
    }
    return type == GregorianCalendar.class
        ? Optional.of(CalendarKind.of(access))
        : TimeZones.of(type, access);
  }

  /** Transient are what was computed so far. */
  private NodeKind symbols(Class<?> type) throws ReflectiveOperationException {
    return PlainKind.of(
        type,
        FieldMarks.fields(type, Object.class),
        field -> Optional.of(isTransient(field) ? Mark.UNCOMPARED : Mark.COMPARED),
        access);
  }

  private static boolean isTransient(Field field) {
    return Modifier.isTransient(field.getModifiers());
  }

  /** All that is not transient; the rest it computes again when it is told that it must. */
  private NodeKind numbers() throws ReflectiveOperationException {
    List<MadeSlot> slots = new ArrayList<>();
    for (Field field : FieldMarks.fields(DecimalFormat.class, Object.class)) {
      if (!isTransient(field)) {
        slots.add(part(field));
      }
    }
    List<PrivateField> computed = new ArrayList<>();
    for (Field field : DecimalFormat.class.getDeclaredFields()) {
      if (isTransient(field) && field.getName().endsWith("FieldPositions")) {
        computed.add(access.field(field));
      }
    }
    slots.add(
        new MadeSlot(
            Slot.made("computed", boolean.class, Mark.COMPARED),
            format -> true,
            (format, value) -> forget((DecimalFormat) format, computed)));
    return new SlotsKind(
        DecimalFormat.class,
        slots,
        early -> new DecimalFormat("", DecimalFormatSymbols.getInstance(Locale.ROOT)));
  }

  /** Two classes have fields of one name. */
  private MadeSlot part(Field field) throws ReflectiveOperationException {
    String name = field.getDeclaringClass().getSimpleName() + "." + field.getName();
    return MadeSlot.ofPrivate(name, field.getType(), Mark.COMPARED, access.field(field));
  }

  private static void forget(DecimalFormat format, List<PrivateField> computed) {
    computed.forEach(field -> field.set(format, null));
    format.setMultiplier(format.getMultiplier());
    format.setRoundingMode(format.getRoundingMode());
  }

  /**
   * Neither the time in the calendar, which is that of the last use, nor the date from which
   * two-digit years count, which is that of its making, says what the format is.
   */
  private NodeKind dates() throws ReflectiveOperationException {
    List<MadeSlot> slots = new ArrayList<>();
    slots.add(
        new MadeSlot(
            Slot.made("pattern", String.class, Mark.COMPARED),
            format -> ((SimpleDateFormat) format).toPattern(),
            (format, value) -> ((SimpleDateFormat) format).applyPattern(String.valueOf(value))));
    slots.add(field("locale", Locale.class, Mark.COMPARED));
    slots.add(field("formatData", DateFormatSymbols.class, Mark.COMPARED));
    slots.add(field("useDateFormatSymbols", boolean.class, Mark.COMPARED));
    slots.add(field("defaultCenturyStart", Date.class, Mark.UNCOMPARED));
    slots.add(field("defaultCenturyStartYear", int.class, Mark.COMPARED));
    slots.add(field("originalNumberFormat", NumberFormat.class, Mark.UNCOMPARED));
    slots.add(field("originalNumberPattern", String.class, Mark.UNCOMPARED));
    slots.add(field("minusSign", char.class, Mark.COMPARED));
    slots.add(field("hasFollowingMinusSign", boolean.class, Mark.COMPARED));
    slots.add(field("zeroDigit", char.class, Mark.UNCOMPARED));
    slots.add(inherited("numberFormat", NumberFormat.class, Mark.COMPARED));
    slots.add(inherited("calendar", Calendar.class, Mark.UNCOMPARED));
    slots.add(read("zone", String.class, format -> format.getTimeZone().getID()));
    slots.add(read("lenient", boolean.class, DateFormat::isLenient));
    slots.add(read("firstDay", int.class, format -> format.getCalendar().getFirstDayOfWeek()));
    return new SlotsKind(
        SimpleDateFormat.class, slots, early -> new SimpleDateFormat("", Locale.ROOT));
  }

  private MadeSlot field(String name, Class<?> type, Mark mark)
      throws ReflectiveOperationException {
    PrivateField field = access.field(SimpleDateFormat.class.getDeclaredField(name));
    return MadeSlot.ofPrivate(name, type, mark, field);
  }

  private MadeSlot inherited(String name, Class<?> type, Mark mark)
      throws ReflectiveOperationException {
    PrivateField field = access.field(DateFormat.class.getDeclaredField(name));
    return MadeSlot.ofPrivate(name, type, mark, field);
  }

  /** What of the calendar is compared. */
  private static MadeSlot read(
      String name, Class<?> type, Function<DateFormat, @Nullable Object> getter) {
    return new MadeSlot(
        Slot.made(name, type, Mark.COMPARED),
        format -> getter.apply((DateFormat) format),
        (format, value) -> {});
  }
}
