package wuchang.reports.document;

import java.util.ArrayList;
import java.util.List;
import wuchang.domain.Text;

/**
 * A part of a document: a heading, some sentences, and a table, which may be missing.
 *
 * @param key names it for programs
 * @param rows as long as there are columns
 */
public record Section(
    String key, Text title, List<Text> notes, List<Column> columns, List<List<Cell>> rows) {
  /**
   * A column of the table.
   *
   * @param key names it for programs
   */
  public record Column(String key, Text title) {}

  public Section {
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            key + " has " + columns.size() + " columns and a row of " + row.size());
      }
    }
  }

  /** Begins a section. */
  public static Draft of(String key, String zh, String en) {
    return new Draft(key, new Text(zh, en));
  }

  /** A section as it is written. */
  public static final class Draft {
    private final String key;
    private final Text title;
    private final List<Text> notes = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    private Draft(String key, Text title) {
      this.key = key;
      this.title = title;
    }

    public Draft note(String zh, String en) {
      return note(new Text(zh, en));
    }

    public Draft note(Text text) {
      notes.add(text);
      return this;
    }

    public Draft column(String name, String zh, String en) {
      columns.add(new Column(name, new Text(zh, en)));
      return this;
    }

    public Draft row(Cell... cells) {
      return row(List.of(cells));
    }

    public Draft row(List<Cell> cells) {
      rows.add(List.copyOf(cells));
      return this;
    }

    public boolean isEmpty() {
      return rows.isEmpty();
    }

    public Section done() {
      return new Section(key, title, notes, columns, rows);
    }

    /** With a sentence in place of an empty table. */
    public Section orNote(String zh, String en) {
      return rows.isEmpty() ? note(zh, en).done() : done();
    }
  }
}
