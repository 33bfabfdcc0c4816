package wuchang.simulators.diary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wuchang.domain.site.Site;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.people.Roster;

/**
 * What the people of a well-run canteen write down on its working days: morning checks before the
 * first entry, samples of each meal and their removal, rounds of the areas, goods, visitors,
 * calibrations. Mishaps leave some out or make them wrong. It depends on the site, the seed, the
 * day and the mishaps alone, and agrees with what its gates see.
 */
public final class Diary {
  private final Site site;
  private final List<Keeping> habits;

  public Diary(Site site, long seed) {
    this.site = site;
    Roster roster = Roster.of(site, seed);
    this.habits =
        List.of(
            new MorningChecks(roster),
            new Samples(site, seed),
            new Rounds(site, seed),
            new Papers(roster),
            new Calibrations(site));
  }

  /** What is written on a day of the site, in the order of time. */
  public List<Note> on(LocalDate day, List<Mishap> mishaps) {
    List<Note> notes = new ArrayList<>();
    habits.forEach(habit -> notes.addAll(habit.on(day, mishaps)));
    notes.sort(Comparator.comparing(Note::at));
    return notes;
  }

  /** What is written after one instant and up to another, in the order of time. */
  public List<Note> between(Instant after, Instant upTo, List<Mishap> mishaps) {
    LocalDate last = site.local(upTo).toLocalDate();
    return site.local(after)
        .toLocalDate()
        .datesUntil(last.plusDays(1))
        .flatMap(day -> on(day, mishaps).stream())
        .filter(note -> note.at().isAfter(after) && !note.at().isAfter(upTo))
        .toList();
  }
}
