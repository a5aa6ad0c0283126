package dev.cairn.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {
  private final StringWriter out = new StringWriter();

  @Test
  void columnsAreAlignedByTheirLetters() {
    Table table = table();
    table.add(Cell.of("日本"), Cell.of(7), Cell.of("x"));
    table.add(Cell.of("abc"), Cell.of(1234), Cell.of("y"));

    table.print(screen(Screen.UNLIMITED, false));

    assertThat(out)
        .hasToString(
            """
            NAME  COUNT  WHY
            日本      7  x
            abc    1234  y
            """);
  }

  @Test
  void aNarrowTerminalCutsTextsAndWrapsSentences() {
    Table table =
        new Table(Column.words("ID"), Column.text("KEY"), Column.prose("WHY"), Column.figures("N"));
    table.add(
        Cell.of("one"),
        Cell.of("a key that is long"),
        Cell.of(
            "a sentence that needs three lines in all, with oneverylongwordthatnobodycanreadbutis"),
        Cell.of(10));

    table.print(screen(53, false));

    assertThat(out)
        .hasToString(
            """
            ID   KEY           WHY                              N
            one  a key tha...  a sentence that needs three     10
                               lines in all, with
                               oneverylongwordthatnobodycanre
                               adbutis
            """);
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 53);
  }

  @Test
  void aNarrowTerminalDoesWithoutTheRightmostColumnsThatItCan() {
    Table table =
        new Table(
            Column.words("A"),
            Column.figures("B").ifThereIsRoom(),
            Column.figures("C").ifThereIsRoom(),
            Column.words("D"));
    table.add(Cell.of("one"), Cell.of("two"), Cell.of("three"), Cell.of("four"));

    table.print(screen(21, false));
    table.print(screen(20, false));
    table.print(screen(3, false));

    assertThat(out)
        .hasToString(
            """
            A      B      C  D
            one  two  three  four
            A      B  D
            one  two  four
            A    D
            one  four
            """);
  }

  @Test
  void coloursAreForTerminalsAndDoNotCountAsColumns() {
    Table table = table();
    table.add(new Cell("a", Style.GOOD), Cell.of(7), Cell.of("x"));

    table.print(screen(80, true));

    assertThat(out)
        .hasToString(
            "\u001b[1mNAME\u001b[0m  \u001b[1mCOUNT\u001b[0m  \u001b[1mWHY\u001b[0m\n"
                + "\u001b[32ma\u001b[0m         7  x\n");
  }

  @Test
  void aRowHasOneCellForEachColumn() {
    assertThatThrownBy(() -> table().add(Cell.of("a")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Table table() {
    return new Table(Column.words("NAME"), Column.figures("COUNT"), Column.words("WHY"));
  }

  private Screen screen(int width, boolean colours) {
    PrintWriter writer = new PrintWriter(out, true);
    return new Screen(writer, writer, colours, width);
  }
}
