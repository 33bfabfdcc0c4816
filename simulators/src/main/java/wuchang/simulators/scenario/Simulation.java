package wuchang.simulators.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import wuchang.domain.site.Device;
import wuchang.simulators.canteen.Canteen;
import wuchang.simulators.canteen.Passage;
import wuchang.simulators.diary.Diary;
import wuchang.simulators.diary.Note;
import wuchang.simulators.machine.Moment;
import wuchang.simulators.machine.Workshop;
import wuchang.simulators.mishap.Mishap;
import wuchang.simulators.wire.Message;
import wuchang.simulators.wire.NativeForm;

/**
 * A scenario as it happens: all its canteens pass the same time, a block of steps at once, by many
 * threads. The same scenario, stretch and step give the same messages, however many threads there
 * are. Not thread-safe.
 */
public final class Simulation {
  /** What is simulated as fast as it can passes in the longest steps that the models allow. */
  public static final Duration FAST = Moment.LONGEST_STEP;

  /** So many messages are in memory at once, about. */
  private static final double MESSAGES_A_BLOCK = 30_000;

  private static final Duration LONGEST_BLOCK = Duration.ofHours(4);
  private static final Duration USUAL_INTERVAL = Duration.ofSeconds(60);

  /** One canteen and what goes wrong in it. */
  private record Act(
      Canteens.Part part, long seed, Canteen canteen, Diary diary, List<Mishap> mishaps) {
    List<Truthful> truth() {
      return Scenario.truth(part, seed, mishaps, canteen.suffered());
    }
  }

  private final Stretch stretch;
  private final Duration step;
  private final Crew crew;
  private final int mostSteps;
  private final List<Act> acts = new ArrayList<>();
  private volatile Instant now;

  /**
   * @throws ScenarioFault when a mishap that stands at a time does not lie within the stretch
   */
  public Simulation(Scenario scenario, Stretch stretch, Duration step, Crew crew) {
    this.stretch = stretch;
    this.step = step;
    this.crew = crew;
    this.now = onGrid(stretch.from(), step);
    for (Canteens.Part part : scenario.parts()) {
      List<Mishap> mishaps = scenario.mishaps(part, stretch);
      Workshop workshop = new Workshop(part.site(), scenario.counters(), scenario.traces());
      Canteen canteen = new Canteen(workshop, scenario.wire(), scenario.seed(), now, step);
      Diary diary = new Diary(part.site(), scenario.seed());
      acts.add(new Act(part, scenario.seed(), canteen, diary, mishaps));
    }
    this.mostSteps = mostSteps(scenario);
  }

  /**
   * The truth about everything that goes wrong, in the order of time. How long a device suffers
   * from something after it is mended is known when that time has been simulated.
   */
  public List<Truthful> truth() {
    List<Truthful> rows =
        acts.stream().flatMap(act -> act.truth().stream()).sorted(Truthful.IN_TIME).toList();
    return Stream.concat(rows.stream(), Recurrences.among(rows).stream())
        .sorted(Truthful.IN_TIME)
        .toList();
  }

  /** The same, as far as a file of what was measured shows it. */
  public List<Truthful> writtenTruth() {
    return truth().stream().filter(Truthful::isWritten).toList();
  }

  /** Everything that goes wrong, whether it is anybody's business or not. */
  public List<Mishap> mishaps() {
    return acts.stream().flatMap(act -> act.mishaps().stream()).toList();
  }

  /** Everything up to then has been said. */
  public Instant now() {
    return now;
  }

  /** Whether no step is left. */
  public boolean isOver() {
    return now.plus(step).isAfter(stretch.to());
  }

  /** Whether no step ends by then. */
  boolean isWaiting(Instant latest) {
    return now.plus(step).isAfter(latest);
  }

  /**
   * Lets time pass, but not after that instant nor the stretch's end, and not more than memory
   * holds; what was sent meanwhile, in order.
   *
   * @param replay whether it is marked as history
   */
  public List<Message> next(Instant latest, boolean replay) throws InterruptedException {
    Instant until = latest.isBefore(stretch.to()) ? latest : stretch.to();
    long left = Duration.between(now, until).toMillis() / step.toMillis();
    int steps = (int) Math.min(left, mostSteps);
    if (steps <= 0) {
      return List.of();
    }
    now = now.plus(step.multipliedBy(steps));
    List<Passage> passages = new ArrayList<>();
    for (Act act : acts) {
      passages.add(act.canteen().passage(steps, act.mishaps(), replay));
    }
    work(passages);
    return merged(passages);
  }

  /** The same beside the caller, who asks this simulation for nothing else until it is done. */
  Future<List<Message>> ahead(Instant latest, boolean replay) {
    return crew.aside(() -> next(latest, replay));
  }

  /** What people wrote down after one instant and up to another, in order. */
  public List<Note> notes(Instant after, Instant upTo) {
    List<Note> notes = new ArrayList<>();
    acts.forEach(act -> notes.addAll(act.diary().between(after, upTo, act.mishaps())));
    notes.sort(Comparator.comparing(Note::at));
    return notes;
  }

  /** The same as messages of the sites they were written at. */
  List<Message> written(Instant after, Instant upTo, boolean replay) {
    List<Message> written = new ArrayList<>();
    for (Act act : acts) {
      NativeForm form = new NativeForm(act.part().site().id());
      for (Note note : act.diary().between(after, upTo, act.mishaps())) {
        written.add(form.note(note.device(), note.at(), note.kind(), note.json(), replay));
      }
    }
    return written;
  }

  private void work(List<Passage> passages) throws InterruptedException {
    boolean more = true;
    for (int round = 0; more; round++) {
      List<Runnable> tasks = new ArrayList<>();
      for (Passage passage : passages) {
        if (round < passage.tasks().size()) {
          tasks.addAll(passage.tasks().get(round));
        }
      }
      more = !tasks.isEmpty();
      crew.all(tasks);
    }
  }

  private List<Message> merged(List<Passage> passages) throws InterruptedException {
    List<List<Message>> parts = new ArrayList<>();
    List<Runnable> tasks = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      int place = i;
      parts.add(List.of());
      tasks.add(() -> parts.set(place, passages.get(place).sent().get()));
    }
    crew.all(tasks);
    if (parts.size() == 1) {
      return parts.get(0);
    }
    List<Message> all = new ArrayList<>();
    parts.forEach(all::addAll);
    all.sort(Comparator.comparing(Message::sendAt));
    return all;
  }

  private int mostSteps(Scenario scenario) {
    double perSecond = 0;
    for (Device device : scenario.site().devices().values()) {
      perSecond += 1e3 / device.interval().orElse(USUAL_INTERVAL).toMillis();
    }
    double seconds = Math.min(LONGEST_BLOCK.toSeconds(), MESSAGES_A_BLOCK / perSecond);
    return (int) Math.max(1, seconds * 1e3 / step.toMillis());
  }

  /** Nothing is said of the time before the stretch. */
  private static Instant onGrid(Instant from, Duration step) {
    long grid = step.toMillis();
    return Instant.ofEpochMilli(-Math.floorDiv(-from.toEpochMilli(), grid) * grid);
  }
}
