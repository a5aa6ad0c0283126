package dev.cairn.examples.sabotage;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/**
 * An agent beside Cairn's that puts one damaged class in the place of Cairn's own, so that every
 * restore drops fields. Cairn has no switch for this: what is shipped cannot be told to do harm.
 */
public final class Saboteur {
  private static final String TARGET = "dev/cairn/core/graph/type/AfterRestore";

  private Saboteur() {}

  /** Called by the JVM before main; given before Cairn's agent, it is there before its classes. */
  public static void premain(String arguments, Instrumentation instrumentation) throws IOException {
    byte[] damaged = damaged();
    instrumentation.addTransformer(
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] old) {
            return TARGET.equals(name) ? damaged : null;
          }
        });
  }

  private static byte[] damaged() throws IOException {
    try (InputStream bytes = Saboteur.class.getResourceAsStream("/" + TARGET + ".class")) {
      return bytes.readAllBytes();
    }
  }
}
