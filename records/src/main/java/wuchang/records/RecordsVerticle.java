package wuchang.records;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.domain.Bus;
import wuchang.domain.book.BookEntries;
import wuchang.domain.book.RecordCommand;
import wuchang.domain.book.RecordCommand.Reply;

/** The book of records on the bus. It waits for the disk: to be deployed as a worker. */
public final class RecordsVerticle extends VerticleBase {
  /** The journal failed: nothing is written, ask again. */
  public static final int NOT_ON_DISK = 503;

  /** A bug; asking again may not help. */
  public static final int BROKEN = 500;

  private static final Logger LOG = LoggerFactory.getLogger(RecordsVerticle.class);
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  private final RecordDesk desk;
  private final InstantSource clock;
  private Instant looked = Instant.MIN;

  public RecordsVerticle(RecordDesk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public Future<?> start() {
    vertx.eventBus().<RecordCommand>localConsumer(Bus.RECORD_COMMANDS, this::answer);
    vertx
        .eventBus()
        .<BookEntries>localConsumer(Bus.RECORDED, told -> desk.heard(told.body().entries()));
    vertx.eventBus().localConsumer(Bus.TICK, tick -> look());
    looked = clock.instant();
    desk.begin(looked);
    return Future.succeededFuture();
  }

  /** The edge: what fails is logged here, once, and the one who asked is told. */
  private void answer(Message<RecordCommand> message) {
    try {
      Reply reply = desk.answer(message.body(), clock.instant());
      message.reply(reply);
      if (reply instanceof Reply.Written written) {
        vertx.eventBus().publish(Bus.JOURNALLED, desk.position());
        vertx.eventBus().publish(Bus.RECORDED, new BookEntries(List.of(written.entry())));
      }
    } catch (UncheckedIOException e) {
      LOG.warn("event=journal_failed at={} failure=\"{}\"", message.address(), e.getMessage());
      message.fail(NOT_ON_DISK, "the journal failed; nothing is written");
    } catch (RuntimeException e) {
      LOG.error("event=request_broken at={}", message.address(), e);
      message.fail(BROKEN, "this is a bug: " + e.getClass().getSimpleName());
    }
  }

  private void look() {
    Instant now = clock.instant();
    if (now.isAfter(looked.plus(LOOK_EVERY))) {
      looked = now;
      desk.look(now);
    }
  }
}
