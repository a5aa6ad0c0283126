package dev.cairn.benchmarks.state;

/** The graphs that state is measured on, by name; each is the same every time it is made. */
public final class Graphs {
  private Graphs() {}

  /** Makes a graph: {@code documents}, {@code columns} or {@code orders}. */
  public static Object make(String name) {
    return switch (name) {
      case "documents" -> Documents.make();
      case "columns" -> Columns.make();
      case "orders" -> Orders.make();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Changes one record in a hundred in place; once more, and all is as it was. */
  public static void change(Object graph) {
    if (graph instanceof Documents.Context context) {
      Documents.change(context);
    } else if (graph instanceof Columns.Frame frame) {
      Columns.change(frame);
    } else if (graph instanceof Orders.Book book) {
      Orders.change(book);
    }
  }
}
