package dev.cairn.core.codec.kryo.write;

import dev.cairn.core.codec.kryo.bytes.SnapshotOutput;
import dev.cairn.core.codec.kryo.bytes.Texts;
import dev.cairn.core.codec.kryo.schema.ClassTableWriter;
import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.graph.ConstantLink;
import dev.cairn.core.graph.ConstantLinks;
import dev.cairn.core.graph.ExitNumbers;
import dev.cairn.core.graph.type.Constant;
import dev.cairn.core.model.Fingerprint;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** Finds the constants that new objects belong to, and writes what each must be like. */
final class Constants implements ConstantLinks.Writing {
  private final ConstantLinks links;
  private final ExitNumbers numbers;
  private final ClassTableWriter classes;
  private final SnapshotOutput out;
  private final Texts texts = new Texts();
  private final Set<Constant> written = new HashSet<>();

  Constants(
      ConstantLinks links, ExitNumbers numbers, ClassTableWriter classes, SnapshotOutput out) {
    this.links = links;
    this.numbers = numbers;
    this.classes = classes;
    this.out = out;
  }

  /**
   * The link for a new object, if it belongs to a constant.
   *
   * @throws UncapturableException if it does and cannot be found again by that
   */
  Optional<ConstantLink> of(Object object) {
    Optional<ConstantLink> link = links.of(object, this);
    link.ifPresent(this::write);
    return link;
  }

  /** Whether none was referred to so far. */
  boolean isWithout() {
    return written.isEmpty();
  }

  private void write(ConstantLink link) {
    Constant constant = link.constant();
    if (!link.isFound()) {
      throw new UncapturableException(
          constant.toString(),
          "it lies in the constant " + constant + ", where only what is not compared leads to it");
    }
    if (written.add(constant)) {
      out.varInt(classes.named(constant.owner()));
      texts.write(out, constant.name());
      out.unsignedByte(link.content().isPresent() ? 1 : 0);
      link.content().map(Fingerprint::hex).map(HexFormat.of()::parseHex).ifPresent(this::digest);
    }
  }

  private void digest(byte[] bytes) {
    out.bytes(bytes, bytes.length);
  }

  @Override
  public boolean finds(Class<?> type) {
    return classes.isResolvable(type);
  }

  @Override
  public boolean isInput(Object object) {
    return numbers.isInput(object);
  }

  @Override
  public boolean isNew(Object object) {
    return numbers.isNew(object);
  }
}
