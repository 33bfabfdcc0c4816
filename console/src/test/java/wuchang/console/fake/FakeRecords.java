package wuchang.console.fake;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import wuchang.domain.Bus;
import wuchang.domain.Text;
import wuchang.domain.book.BookEntries;
import wuchang.domain.book.EntryReader;
import wuchang.domain.book.RecordCommand;
import wuchang.domain.book.RecordCommand.Reply;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Provenance;

/** A book of records in memory that takes whatever fits the form, and asks nobody who he is. */
public final class FakeRecords {
  private final List<BookEntry> entries = new CopyOnWriteArrayList<>();
  private final List<RecordCommand> asked = new CopyOnWriteArrayList<>();
  private final Vertx vertx;
  private final InstantSource clock;

  public FakeRecords(Vertx vertx, InstantSource clock) {
    this.vertx = vertx;
    this.clock = clock;
    vertx.eventBus().<RecordCommand>localConsumer(Bus.RECORD_COMMANDS, this::answer);
  }

  /** What it was asked, in order. */
  public List<RecordCommand> asked() {
    return List.copyOf(asked);
  }

  private void answer(Message<RecordCommand> message) {
    asked.add(message.body());
    message.reply(reply(message.body()));
  }

  private Reply reply(RecordCommand command) {
    if (command instanceof RecordCommand.Write write) {
      return written(write);
    } else if (command instanceof RecordCommand.Find find) {
      return new Reply.Found(entries.stream().filter(e -> e.kind() == find.kind()).toList());
    } else if (command instanceof RecordCommand.Versions of) {
      return new Reply.Found(entries.stream().filter(e -> e.id().equals(of.id())).toList());
    }
    return new Reply.Improvements(List.of());
  }

  private Reply written(RecordCommand.Write write) {
    Instant now = clock.instant();
    EntryReader.Said said = new EntryReader.Said(BookEntry.SITE, now, Provenance.LIVE, now);
    EntryReader.Outcome outcome = EntryReader.read(write.kind(), write.said(), said);
    if (outcome.entry().isEmpty()) {
      return new Reply.Refused(
          RecordCommand.Refusal.INVALID,
          new Text("有误", "field «%s»".formatted(outcome.faults().get(0).field())),
          outcome.faults());
    }
    entries.add(outcome.entry().get());
    vertx.eventBus().publish(Bus.RECORDED, new BookEntries(List.of(outcome.entry().get())));
    return new Reply.Written(outcome.entry().get());
  }
}
