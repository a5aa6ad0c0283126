package dev.cairn.core.codec.tree;

import dev.cairn.core.codec.tree.TreeValue.Leaf;
import dev.cairn.core.codec.tree.TreeValue.Ref;
import dev.cairn.core.graph.kind.Body;
import java.util.Locale;

/** Values as people read them, in one line of limited length. */
final class Shown {
  private static final int LONGEST = 80;
  private static final int CONTEXT = 20;
  private static final String TEXT = "java.lang.String";
  private static final String CUT = "…";

  private Shown() {}

  /** Two values that differ, each so that this can be seen. */
  record Pair(String before, String after) {
    static Pair of(Leaf before, Leaf after) {
      int from = Math.max(0, firstDifference(before.text(), after.text()) - CONTEXT);
      int start = Math.max(before.text().length(), after.text().length()) > LONGEST ? from : 0;
      Pair plain = new Pair(Shown.of(before, start), Shown.of(after, start));
      return plain.before.equals(plain.after)
          ? new Pair(typed(before, plain.before), typed(after, plain.after))
          : plain;
    }

    private static int firstDifference(String one, String other) {
      int length = Math.min(one.length(), other.length());
      for (int i = 0; i < length; i++) {
        if (one.charAt(i) != other.charAt(i)) {
          return i;
        }
      }
      return length;
    }

    /** Where the texts alone look alike: Integer 1 and Long 1. */
    private static String typed(Leaf leaf, String text) {
      String detail = leaf.exact().equals(leaf.text()) ? "" : ", " + line(leaf.exact(), 0);
      return text + " (" + leaf.type() + detail + ")";
    }
  }

  static String of(TreeValue value, SnapshotTree tree) {
    return value instanceof Ref ref ? of(tree.object(ref)) : of((Leaf) value, 0);
  }

  private static String of(TreeNode node) {
    String article = "a " + node.className();
    return node.body() == Body.NONE
        ? article
        : article + " of " + node.elements().size() / node.body().width();
  }

  static String of(Leaf leaf) {
    return of(leaf, 0);
  }

  private static String of(Leaf leaf, int from) {
    return switch (leaf.type()) {
      case TEXT -> '"' + line(leaf.text(), from) + '"';
      case "java.lang.Character", "char" -> '\'' + line(leaf.text(), from) + '\'';
      default -> line(leaf.text(), from);
    };
  }

  private static String line(String text, int from) {
    int start = Math.min(from, text.length());
    int end = Math.min(text.length(), start + LONGEST);
    return (start > 0 ? CUT : "")
        + escaped(text.substring(start, end))
        + (end < text.length() ? CUT : "");
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      escaped.append(escaped(text.charAt(i)));
    }
    return escaped.toString();
  }

  private static String escaped(char letter) {
    return switch (letter) {
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default ->
          Character.isISOControl(letter)
              ? String.format(Locale.ROOT, "\\u%04x", (int) letter)
              : String.valueOf(letter);
    };
  }
}
