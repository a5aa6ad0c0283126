package dev.cairn.it.kinds;

import dev.cairn.it.kinds.specimen.Specimen;
import java.util.ArrayList;
import java.util.List;

/** What a specimen shows: what was asked of it in particular, then what is asked of everything. */
final class Shown {

  private Shown() {}

  static List<String> by(Specimen specimen, Object object) {
    List<String> shown = new ArrayList<>();
    shown.add("use " + Evidence.outcome(() -> specimen.use().apply(object)));
    shown.addAll(Evidence.of(object));
    return shown;
  }
}
