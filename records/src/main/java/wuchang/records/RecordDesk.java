package wuchang.records;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.RecordId;
import wuchang.domain.book.EntryReader;
import wuchang.domain.book.RecordCommand;
import wuchang.domain.book.RecordCommand.Reply;
import wuchang.domain.journal.Batch;
import wuchang.domain.journal.History;
import wuchang.domain.journal.Journal;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.record.RecordFault;
import wuchang.domain.record.RecordKind;
import wuchang.domain.site.Site;

/**
 * Where records are written and looked up: the recent ones from memory, which is rebuilt from the
 * store and the journal at the start, older ones from the store. Blocking; for one thread.
 */
public final class RecordDesk {
  private static final Logger LOG = LoggerFactory.getLogger(RecordDesk.class);
  private static final Duration REMEMBERED = Duration.ofDays(90);
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final int BATCHES = 200;

  private final Journal journal;
  private final History history;
  private final Supplier<Site> site;
  private final Book book = new Book();
  private Instant complete = Instant.MAX;

  public RecordDesk(Journal journal, History history, Supplier<Site> site) {
    this.journal = journal;
    this.history = history;
    this.site = site;
  }

  /** Rebuilds the book; without the store only what the journal holds is known until it is back. */
  public void begin(Instant now) {
    long position = 0;
    for (List<Journal.Placed> more = journal.read(position, BATCHES);
        !more.isEmpty();
        more = journal.read(position, BATCHES)) {
      for (Journal.Placed placed : more) {
        placed.batch().observations().forEach(this::heard);
        position = placed.position();
      }
    }
    complete(now);
  }

  /** To be asked now and then: forgets what is old, and looks for a store that was away. */
  public void look(Instant now) {
    if (complete.equals(Instant.MAX)) {
      complete(now);
    } else if (complete.isBefore(now.minus(REMEMBERED.plusDays(1)))) {
      complete = now.minus(REMEMBERED);
      book.forget(complete);
    }
  }

  /** The journal's newest position. */
  long position() {
    return journal.end();
  }

  /** Takes in what came by another way. */
  public void heard(List<BookEntry> entries) {
    entries.forEach(book::add);
  }

  private void heard(Object observation) {
    if (observation instanceof BookEntry entry) {
      book.add(entry);
    }
  }

  public Reply answer(RecordCommand command, Instant now) {
    try {
      if (command instanceof RecordCommand.Write write) {
        return new Reply.Written(write(write, now));
      } else if (command instanceof RecordCommand.Find find) {
        return new Reply.Found(find(find.kind(), find.from(), find.to()));
      } else if (command instanceof RecordCommand.Versions of) {
        return new Reply.Found(versions(of.id()));
      }
      return new Reply.Improvements(improve(((RecordCommand.Improve) command).until()));
    } catch (Refusal refusal) {
      return refusal.reply();
    } catch (History.StoreUnavailable e) {
      return Refusal.of(
              RecordCommand.Refusal.UNAVAILABLE,
              "数据库暂时不可用，较早的记录无法查询",
              "the store is away; older records cannot be looked up now")
          .reply();
    }
  }

  private BookEntry write(RecordCommand.Write write, Instant now) {
    List<RecordFault> faults = new ArrayList<>();
    String id = EntryReader.word(write.said(), "id", faults);
    if (!faults.isEmpty()) {
      throw Refusal.of(faults);
    }
    Optional<BookEntry> before = id.isEmpty() ? Optional.empty() : Optional.of(known(write, id));
    BookEntry entry = new Draft(write, before, site.get(), now).entry();
    Optional<BookEntry> same = book.newest(entry.id()).filter(e -> before.isEmpty());
    if (same.isPresent()) {
      return same.get();
    }
    journal.append(Batch.of(List.of(entry), List.of()));
    book.add(entry);
    return entry;
  }

  private BookEntry known(RecordCommand.Write write, String id) {
    List<BookEntry> versions = versions(RecordId.of(id));
    return versions.stream()
        .filter(entry -> entry.kind() == write.kind())
        .reduce((first, last) -> last)
        .orElseThrow(
            () ->
                Refusal.of(
                    RecordCommand.Refusal.UNKNOWN_RECORD,
                    "没有编号为 %s 的记录".formatted(id),
                    "there is no %s «%s»".formatted(write.kind().word(), id)));
  }

  private List<BookEntry> versions(RecordId id) {
    List<BookEntry> recent = book.versions(id);
    boolean whole = !recent.isEmpty() && recent.get(0).version() == 1;
    if (whole) {
      return recent;
    }
    Book all = new Book();
    history.versions(id).forEach(all::add);
    recent.forEach(all::add);
    return all.versions(id);
  }

  private List<BookEntry> find(RecordKind kind, Instant from, Instant to) {
    List<BookEntry> entries = new ArrayList<>(book.of(kind));
    if (from.isBefore(complete)) {
      entries.addAll(history.entries(EnumSet.of(kind), from, to));
    }
    return Book.standing(entries, from, to);
  }

  private List<RecordCommand.Improvement> improve(Instant until) {
    Instant from = until.minus(Improvements.WINDOW);
    List<BookEntry> entries = new ArrayList<>(find(RecordKind.FEEDBACK, from, until));
    entries.addAll(find(RecordKind.REPAIR, from, until));
    return Improvements.of(entries);
  }

  private void complete(Instant now) {
    Instant from = now.minus(REMEMBERED);
    try {
      heard(history.entries(EnumSet.allOf(RecordKind.class), from, now.plus(AHEAD)));
      complete = from;
    } catch (History.StoreUnavailable e) {
      LOG.warn("event=records_without_store reason=\"{}\"", e.getMessage());
    }
  }
}
