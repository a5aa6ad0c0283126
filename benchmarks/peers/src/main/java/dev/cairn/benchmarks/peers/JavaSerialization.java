package dev.cairn.benchmarks.peers;

import dev.cairn.benchmarks.work.Dossier;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/** The serialization that the JDK brings. */
record JavaSerialization() implements FileShelf.Format {
  @Override
  public void write(Dossier state, OutputStream out) throws IOException {
    ObjectOutputStream objects = new ObjectOutputStream(out);
    objects.writeObject(state);
    objects.flush();
  }

  @Override
  public Dossier read(InputStream in) throws IOException {
    try (ObjectInputStream objects = new ObjectInputStream(in)) {
      return (Dossier) objects.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }
}
