package dev.cairn.core.graph.kind;

import dev.cairn.core.graph.reflect.Annotations;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How the instances of one class are read, made and written. All methods may be called by many
 * threads, each with objects of its own. They throw what the touched object throws.
 */
public abstract non-sealed class NodeKind implements Kind {
  private final Class<?> type;
  private final Layout layout;
  private final boolean uncompared;
  private UnaryOperator<String> names = UnaryOperator.identity();
  private long shape;

  /** The kind of a class whose instances have content of a layout. */
  protected NodeKind(Class<?> type, Layout layout) {
    this.type = type;
    this.layout = layout;
    this.uncompared = Annotations.isUncompared(type);
  }

  /** The class. */
  public final Class<?> type() {
    return type;
  }

  /**
   * The class by whose name snapshots call its instances, and whose kind makes them: the class
   * itself, unless the JVM made that under a name which means nothing to another.
   */
  public Class<?> recorded() {
    return type;
  }

  /** The shape of its instances' content. */
  public final Layout layout() {
    return layout;
  }

  /**
   * Whether the class is marked {@code @Uncompared}: references to its instances are not compared.
   */
  public final boolean isUncompared() {
    return uncompared;
  }

  /** Tells the content of an object. */
  public abstract void visit(Object object, ContentSink sink);

  /**
   * Makes an instance without running constructors of the application. What the layout marks as
   * needed at creation stands in the content; all else is assigned later.
   */
  public abstract Object create(Content content);

  /**
   * Gives an object, new or live, a content. Containers of equal size are written element by
   * element, so that an open iteration goes on.
   */
  public abstract void assign(Object object, Content content);

  /**
   * Whether assigning asks elements for hashes or order: then it comes after everything else was
   * assigned.
   */
  public boolean asksElements() {
    return false;
  }

  /** Why no instance can be made, where none can. */
  public Optional<String> notCreatable() {
    return Optional.empty();
  }

  /**
   * Why the content of an object would not come back exactly as it is, where that is so. Asked of
   * what is new or changed.
   */
  public Optional<String> obstacle(Object object) {
    return Optional.empty();
  }

  /** Has fingerprints call classes by other names; to be called before the kind is used. */
  public final void callClasses(UnaryOperator<String> otherNames) {
    names = otherNames;
  }

  /** What tells this class from others in fingerprints: its name, unless that varies by JVM. */
  public String identity() {
    return type.getName();
  }

  /**
   * A hash of what the content of an object means: the class and the names and types of its slots.
   * Computed twice at worst, with the same outcome.
   */
  public final long shape() {
    if (shape == 0) {
      shape = ByteBuffer.wrap(sha256(names.apply(identity()) + layout.text(names))).getLong() | 1;
    }
    return shape;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** The content of an object, detached. */
  public final Content capture(Object object) {
    Content content = new Content(layout);
    visit(object, content);
    return content;
  }
}
