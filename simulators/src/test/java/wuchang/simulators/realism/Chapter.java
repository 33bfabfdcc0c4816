package wuchang.simulators.realism;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is said about the realism of one kind of device: a table between its markers {@code <!--
 * realism:NAME -->} and {@code <!-- /realism:NAME -->} in {@code docs/simulators.md}, and pictures.
 */
interface Chapter {
  String name();

  /**
   * Simulates, reads what is recorded, and compares.
   *
   * @param traces the directory of the real traces, one folder each
   */
  Comparison compare(Path traces) throws IOException, InterruptedException;

  /** Lines of a table and the pictures beside it. */
  record Comparison(List<Line> lines, List<Picture> pictures) {
    public Comparison {
      lines = List.copyOf(lines);
      pictures = List.copyOf(pictures);
    }
  }

  /** A statistic, as simulated and as recorded. */
  record Line(String what, String simulated, String real) {}

  /** A picture for {@code docs/pictures}; its text is SVG. */
  record Picture(String name, String svg) {}
}
