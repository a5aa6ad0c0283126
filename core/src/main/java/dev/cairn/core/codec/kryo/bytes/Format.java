package dev.cairn.core.codec.kryo.bytes;

/**
 * The numbers of format {@code kryo/1}. A snapshot is a head, then sections whose lengths stand in
 * the head:
 *
 * <pre>
 * CLASSES   name and layout of every class that is named
 * ENTRIES   per input object but the frame: class, parent, edge, part, mark, hash where changed
 * CREATED   per new object: class, and what is needed to make it
 * CHANGED   content of the changed input objects
 * FRESH     content of the new objects
 * RESULT    the return value
 * MAKING    per input object that is no placeholder: what is needed to make it
 * REST      content of the unchanged input objects
 * CONSTANTS per constant that is referred to: class, field, and, where its content matters, the
 *           fingerprint of that
 * </pre>
 *
 * MAKING and REST are there so that a snapshot can be loaded alone; a restore reads of them only
 * what it has to make again. A reference to a constant names the class and the field, or {@code
 * FIELD#17} for object 17 in a walk of what the field holds.
 */
public final class Format {
  public static final int MAGIC = 0x4341524E;
  public static final int VERSION = 1;

  public static final int CLASSES = 0;
  public static final int ENTRIES = 1;
  public static final int CREATED = 2;
  public static final int CHANGED = 3;
  public static final int FRESH = 4;
  public static final int RESULT = 5;
  public static final int MAKING = 6;
  public static final int REST = 7;
  public static final int CONSTANTS = 8;
  public static final int SECTIONS = 9;

  /** References: what is not one of these is an object's number plus {@link #FIRST_OBJECT}. */
  public static final int NULL = 0;

  public static final int LEFT = 1;
  public static final int VALUE = 2;
  public static final int CONSTANT = 3;

  /** The receiver of the call, where no number stands for it. */
  public static final int SELF = 4;

  public static final int FIRST_OBJECT = 5;

  /** Marks of input objects. */
  public static final int UNCHANGED = 0;

  public static final int IS_CHANGED = 1;
  public static final int PLACEHOLDER = 2;

  private Format() {}
}
