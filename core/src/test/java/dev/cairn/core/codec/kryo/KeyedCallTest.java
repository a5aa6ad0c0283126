package dev.cairn.core.codec.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.codec.DecodedSnapshot;
import dev.cairn.core.codec.EncodedSnapshot;
import dev.cairn.core.error.CodecException;
import dev.cairn.core.graph.WalkedGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calls that a key identifies: their other inputs may differ, but not what the call changed. */
class KeyedCallTest {
  private final StageRuns runs = StageRuns.trusting();

  static final class Document {
    String text = "text";
    List<Object> words = new ArrayList<>(List.of("w"));
    Map<Object, Object> index = new HashMap<>(Map.of("a", new ArrayList<>(), "b", 2));
    @Nullable Object unrelated;
  }

  static final class Library {
    Map<String, Document> documents = new HashMap<>();
    String name = "library";

    Library() {
      documents.put("one", new Document());
      documents.put("two", new Document());
    }
  }

  private EncodedSnapshot indexing() {
    Library library = new Library();
    WalkedGraph entry = runs.walk(library, "two");
    Document document = library.documents.get("two");
    document.words.add("indexed");
    document.index.put("c", document.words);
    return runs.encode(entry, null);
  }

  @Test
  void otherInputsMayDiffer() {
    Library live = new Library();
    live.name = "renamed";
    live.documents.put("zero", new Document());
    live.documents.get("one").unrelated = new Object();
    live.documents.get("two").text = "not changed by the call";

    DecodedSnapshot decoded = runs.decode(indexing(), runs.walk(live, "two"));
    decoded.apply();

    assertThat(decoded.difference()).isEmpty();
    Document document = live.documents.get("two");
    assertThat(document.words).containsExactly("w", "indexed");
    assertThat(document.index.get("c")).isSameAs(document.words);
    assertThat(document.text).isEqualTo("not changed by the call");
    assertThat(live.name).isEqualTo("renamed");
  }

  @Test
  void whatTheCallChangedMustBeAsItWas() {
    Library live = new Library();
    live.documents.get("two").words.add("more");

    DecodedSnapshot decoded = runs.decode(indexing(), runs.walk(live, "two"));

    assertThat(decoded.difference()).hasValueSatisfying(p -> assertThat(p).endsWith(".words"));
    assertThatThrownBy(decoded::apply).isInstanceOf(CodecException.class);
  }

  @Test
  void whatTheCallChangedMustBeThere() {
    Library live = new Library();
    live.documents.remove("two");

    DecodedSnapshot decoded = runs.decode(indexing(), runs.walk(live, "two"));

    assertThat(decoded.difference()).isPresent();
  }

  @Test
  void whatTheCallReferredToMustBeThere() {
    Library library = new Library();
    WalkedGraph entry = runs.walk(library, "two");
    library.documents.get("two").unrelated = library.documents.get("one");
    EncodedSnapshot snapshot = runs.encode(entry, null);
    Library live = new Library();
    live.documents.remove("one");

    assertThatThrownBy(() -> runs.decode(snapshot, runs.walk(live, "two")))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("is not there now");
  }
}
