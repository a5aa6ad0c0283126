package dev.cairn.it.kinds;

import dev.cairn.core.error.CairnException;
import dev.cairn.it.kinds.Snapshots.Saved;
import dev.cairn.it.kinds.specimen.Specimen;
import dev.cairn.it.kinds.specimen.Specimens;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Restores what {@link WritingKinds} wrote, uses it, and writes down what became of each. */
final class RestoringKinds {
  private final Snapshots snapshots = new Snapshots();
  private final DataInputStream in;

  private RestoringKinds(DataInputStream in) {
    this.in = in;
  }

  public static void main(String[] arguments) throws IOException {
    Path written = Path.of(arguments[0]);
    try (DataInputStream in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(written)));
        BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
      RestoringKinds restoring = new RestoringKinds(in);
      for (Specimen specimen : Specimens.all()) {
        out.write(restoring.restored(specimen).line());
      }
    }
  }

  private Outcome restored(Specimen specimen) throws IOException {
    String name = in.readUTF();
    String input = input(specimen, in.readUTF());
    String refused = in.readUTF();
    if (!name.equals(specimen.name())) {
      throw new IllegalStateException("another table: " + name);
    }
    return new Outcome(name, refused.isEmpty() ? left(specimen) : Outcome.refused(refused), input);
  }

  private String input(Specimen specimen, String recorded) {
    if (recorded.startsWith("!")) {
      return Outcome.refused(recorded);
    }
    try {
      String here = snapshots.fingerprint(specimen.maker().get());
      return !here.isEmpty() && here.equals(recorded) ? Outcome.MATCHES : Outcome.DIFFERS;
    } catch (CairnException e) {
      return Outcome.refused(e.getMessage());
    }
  }

  private String left(Specimen specimen) throws IOException {
    List<String> classes = texts();
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    List<String> shown = texts();
    try {
      List<String> shows = Shown.by(specimen, snapshots.restore(new Saved(bytes, classes)));
      return shows.equals(shown) ? Outcome.RESTORED : Outcome.wrong(shown, shows);
    } catch (CairnException e) {
      return Outcome.lost(e.getMessage());
    }
  }

  private List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}
