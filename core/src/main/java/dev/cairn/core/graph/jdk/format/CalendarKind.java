package dev.cairn.core.graph.jdk.format;

import dev.cairn.core.graph.jdk.slot.MadeSlot;
import dev.cairn.core.graph.kind.Body;
import dev.cairn.core.graph.kind.Content;
import dev.cairn.core.graph.kind.ContentSink;
import dev.cairn.core.graph.kind.Layout;
import dev.cairn.core.graph.kind.Mark;
import dev.cairn.core.graph.kind.NodeKind;
import dev.cairn.core.graph.kind.Slot;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.PrivateField;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;

/**
 * The Gregorian calendar: its time, its rules, and its fields with the order in which they were
 * set, as what is not yet computed depends on that.
 */
@SuppressWarnings("JavaUtilDate") // It is what this is about.
final class CalendarKind extends NodeKind {
  private static final List<String> FLAGS =
      List.of("isTimeSet", "areFieldsSet", "areAllFieldsSet", "lenient");
  private static final List<String> NUMBERS =
      List.of("firstDayOfWeek", "minimalDaysInFirstWeek", "nextStamp");

  private final List<MadeSlot> slots;
  private final PrivateField fields;
  private final PrivateField isSet;
  private final PrivateField stamps;
  private final Slot time;
  private final Slot change;

  private CalendarKind(List<MadeSlot> made, Access access) throws ReflectiveOperationException {
    super(GregorianCalendar.class, layout(made));
    this.slots = MadeSlot.placed(made, layout());
    this.fields = access.field(Calendar.class.getDeclaredField("fields"));
    this.isSet = access.field(Calendar.class.getDeclaredField("isSet"));
    this.stamps = access.field(Calendar.class.getDeclaredField("stamp"));
    this.time = slot("time");
    this.change = slot("gregorianChange");
  }

  static NodeKind of(Access access) throws ReflectiveOperationException {
    List<MadeSlot> made = new ArrayList<>();
    made.add(field("time", long.class, access));
    made.add(
        new MadeSlot(
            Slot.made("gregorianChange", long.class, Mark.COMPARED),
            calendar -> ((GregorianCalendar) calendar).getGregorianChange().getTime(),
            (calendar, value) -> {}));
    made.add(field("zone", TimeZone.class, access));
    made.add(field("sharedZone", boolean.class, access));
    for (String name : FLAGS) {
      made.add(field(name, boolean.class, access));
    }
    for (String name : NUMBERS) {
      made.add(field(name, int.class, access));
    }
    return new CalendarKind(made, access);
  }

  private static MadeSlot field(String name, Class<?> type, Access access)
      throws ReflectiveOperationException {
    PrivateField field = access.field(Calendar.class.getDeclaredField(name));
    return MadeSlot.ofPrivate(name, type, Mark.COMPARED, field);
  }

  private static Layout layout(List<MadeSlot> made) {
    Layout.Builder layout =
        Layout.of(GregorianCalendar.class.getName()).body(Body.PRIMITIVES, int.class);
    made.forEach(slot -> layout.slot(slot.slot()));
    return layout.build();
  }

  private Slot slot(String name) {
    return slots.stream()
        .map(MadeSlot::slot)
        .filter(slot -> slot.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void visit(Object object, ContentSink sink) {
    slots.forEach(slot -> slot.visit(object, sink));
    int[] values = (int[]) Objects.requireNonNull(fields.get(object));
    int[] order = (int[]) Objects.requireNonNull(stamps.get(object));
    boolean[] set = (boolean[]) Objects.requireNonNull(isSet.get(object));
    int[] body = new int[values.length * 3];
    for (int i = 0; i < values.length; i++) {
      body[3 * i] = values[i];
      body[3 * i + 1] = order[i];
      body[3 * i + 2] = set[i] ? 1 : 0;
    }
    sink.primitives(body);
  }

  @Override
  public Object create(Content content) {
    return new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
  }

  /**
   * Has the calendar compute what belongs to its time, which it keeps in a form of its own; then
   * sets what it had computed so far.
   */
  @Override
  public void assign(Object object, Content content) {
    GregorianCalendar calendar = (GregorianCalendar) object;
    slots.forEach(slot -> slot.assign(object, content));
    calendar.setGregorianChange(new Date(content.bits(change)));
    calendar.setTimeInMillis(content.bits(time));
    slots.forEach(slot -> slot.assign(object, content));
    int[] body = (int[]) content.primitives();
    int[] values = (int[]) Objects.requireNonNull(fields.get(object));
    int[] order = (int[]) Objects.requireNonNull(stamps.get(object));
    boolean[] set = (boolean[]) Objects.requireNonNull(isSet.get(object));
    for (int i = 0; i < values.length; i++) {
      values[i] = body[3 * i];
      order[i] = body[3 * i + 1];
      set[i] = body[3 * i + 2] != 0;
    }
  }
}
