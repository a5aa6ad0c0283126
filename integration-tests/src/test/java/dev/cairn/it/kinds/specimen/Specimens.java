package dev.cairn.it.kinds.specimen;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All of them. */
public final class Specimens {

  private Specimens() {}

  /** All of them, in the order of the table. */
  public static List<Specimen> all() {
    return Stream.of(
            ListKinds.all(),
            SetKinds.all(),
            MapKinds.all(),
            WrapperKinds.all(),
            ViewKinds.all(),
            ValueKinds.all(),
            TimeKinds.all(),
            TextKinds.all(),
            HolderKinds.all(),
            OwnKinds.all(),
            HookKinds.all(),
            CodeKinds.all(),
            OutsideKinds.all(),
            GuavaKinds.all(),
            CollectionLibraries.all(),
            LanguageKinds.all(),
            DocumentKinds.all())
        .flatMap(Function.identity())
        .toList();
  }
}
