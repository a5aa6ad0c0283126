package dev.cairn.core.graph.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Label;

/**
 * A class as it was before it was woven, which a class that was woven when it was built carries.
 */
final class Unwoven extends Attribute {
  private static final String NAME = "dev.cairn.Unwoven";

  /** By this a reader knows the attribute. */
  static final Unwoven PROTOTYPE = new Unwoven(new byte[0]);

  private final byte[] classFile;

  private Unwoven(byte[] classFile) {
    super(NAME);
    this.classFile = classFile;
  }

  byte[] classFile() {
    return classFile;
  }

  @Override
  protected Attribute read(
      ClassReader reader,
      int offset,
      int length,
      char[] buffer,
      int codeOffset,
      Label @Nullable [] labels) {
    byte[] content = new byte[length];
    for (int i = 0; i < length; i++) {
      content[i] = (byte) reader.readByte(offset + i);
    }
    return new Unwoven(content);
  }
}
