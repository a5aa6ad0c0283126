package dev.cairn.it.kinds;

import dev.cairn.core.error.CairnException;
import dev.cairn.it.kinds.Snapshots.Saved;
import dev.cairn.it.kinds.specimen.Specimen;
import dev.cairn.it.kinds.specimen.Specimens;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Saves one object of every kind to a file, with what it shows of itself. */
final class WritingKinds {
  private final Snapshots snapshots = new Snapshots();
  private final DataOutputStream out;

  private WritingKinds(DataOutputStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      WritingKinds writing = new WritingKinds(out);
      for (Specimen specimen : Specimens.all()) {
        writing.write(specimen);
      }
    }
  }

  private void write(Specimen specimen) throws IOException {
    out.writeUTF(specimen.name());
    out.writeUTF(fingerprint(specimen));
    Object object = specimen.maker().get();
    try {
      Saved saved = snapshots.save(object);
      out.writeUTF("");
      texts(saved.classes());
      out.writeInt(saved.bytes().length);
      out.write(saved.bytes());
      texts(Shown.by(specimen, object));
    } catch (CairnException e) {
      out.writeUTF(e.getMessage());
    }
  }

  private String fingerprint(Specimen specimen) {
    try {
      return snapshots.fingerprint(specimen.maker().get());
    } catch (CairnException e) {
      return "!" + e.getMessage();
    }
  }

  private void texts(List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }
}
