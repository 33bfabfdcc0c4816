package wuchang.rules.kind;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.GateEvent.What;
import wuchang.domain.reading.Observation;
import wuchang.domain.record.RecordKind;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * A visitor who came by this gate is still in when the pass has ended. A gate that does not say
 * which way is passed in and out by turns. A record that the visitor has left is as good as the
 * gate.
 *
 * @param longest after how long a visitor must have left unseen, in milliseconds
 */
public record Overstay(long longest) implements Kind<Overstay.Visits> {
  /**
   * A pass.
   *
   * @param entered when its holder came in, or {@link Roll#NONE}
   */
  public record Pass(String card, long until, long entered) {
    private boolean isOver(long at) {
      return entered != Roll.NONE && at >= until;
    }
  }

  /** The passes of recent days by record. */
  public record Visits(Map<String, Pass> passes) {
    public Visits {
      passes = Map.copyOf(passes);
    }
  }

  @Override
  public Visits blank(long from) {
    return new Visits(Map.of());
  }

  @Override
  public boolean wants(What what) {
    return what == What.GRANTED;
  }

  @Override
  public boolean wants(RecordKind kind) {
    return kind == RecordKind.VISITOR;
  }

  @Override
  public boolean holdsForever() {
    return true;
  }

  @Override
  public Visits remember(Visits was, Observation observation) {
    long at = observation.time().toEpochMilli();
    Map<String, Pass> passes = new HashMap<>(was.passes());
    passes.values().removeIf(pass -> pass.until() + longest < at);
    if (observation instanceof BookEntry entry) {
      write(passes, entry);
    } else {
      GateEvent event = (GateEvent) observation;
      passes.replaceAll((id, pass) -> isHolder(pass, event) ? passed(pass, event, at) : pass);
    }
    return new Visits(passes);
  }

  private static void write(Map<String, Pass> passes, BookEntry entry) {
    String id = entry.id().value();
    Optional<String> card = entry.fields().text("card");
    long until = entry.fields().time("until").map(t -> t.toEpochMilli()).orElse(NEVER);
    boolean ended = entry.state().equals("left") || entry.state().equals("refused");
    if (card.isEmpty() || ended) {
      passes.remove(id);
    } else {
      long entered = passes.containsKey(id) ? passes.get(id).entered() : Roll.NONE;
      passes.put(id, new Pass(card.get(), until, entered));
    }
  }

  private static boolean isHolder(Pass pass, GateEvent event) {
    return pass.card().equals(event.card()) || pass.card().equals(event.person());
  }

  private static Pass passed(Pass pass, GateEvent event, long at) {
    boolean leaves = event.direction().isEmpty() ? pass.entered() != Roll.NONE : Roll.isExit(event);
    return new Pass(pass.card(), pass.until(), leaves ? Roll.NONE : at);
  }

  @Override
  public Verdict verdict(Visits visits, long at) {
    return longest(visits, at).isPresent() ? Verdict.WRONG : Verdict.RIGHT;
  }

  @Override
  public long since(Visits visits, long at) {
    Pass pass = longest(visits, at).orElseThrow();
    return Math.max(pass.until(), pass.entered());
  }

  @Override
  public long changes(Visits visits, long at) {
    return visits.passes().values().stream()
        .filter(pass -> pass.entered() != Roll.NONE)
        .mapToLong(pass -> pass.until() > at ? pass.until() : pass.until() + longest)
        .filter(change -> change > at)
        .min()
        .orElse(NEVER);
  }

  @Override
  public Evidence evidence(Visits visits, long at) {
    long count = visits.passes().values().stream().filter(pass -> pass.isOver(at)).count();
    return Evidence.NONE.with("count", count);
  }

  private Optional<Pass> longest(Visits visits, long at) {
    return visits.passes().values().stream()
        .filter(pass -> pass.isOver(at) && at < pass.until() + longest)
        .min(Comparator.comparing(Pass::until).thenComparing(Pass::card));
  }
}
