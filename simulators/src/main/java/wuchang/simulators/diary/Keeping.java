package wuchang.simulators.diary;

import java.time.LocalDate;
import java.util.List;
import wuchang.simulators.mishap.Mishap;

/** One kind of record that is kept day by day. */
@FunctionalInterface
interface Keeping {
  /** What is written on that day, in any order. */
  List<Note> on(LocalDate day, List<Mishap> mishaps);
}
