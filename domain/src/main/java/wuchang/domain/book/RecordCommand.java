package wuchang.domain.book;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wuchang.domain.RecordId;
import wuchang.domain.Text;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.record.RecordFault;
import wuchang.domain.record.RecordKind;

/** What is asked of the book of records over {@link wuchang.domain.Bus#RECORD_COMMANDS}. */
public sealed interface RecordCommand {
  /**
   * Writes a record; answered when it is forced to disk.
   *
   * @param said its fields as they came: texts, numbers, true and false. With the {@code id} of a
   *     record it is the next version of that one, and what is not said stays as it was
   */
  record Write(RecordKind kind, Map<String, ?> said, Writer writer) implements RecordCommand {}

  /** The newest version of each record of a kind whose time lies in [from, to), newest first. */
  record Find(RecordKind kind, Instant from, Instant to) implements RecordCommand {}

  /** Every version of a record, the first one first. */
  record Versions(RecordId id) implements RecordCommand {}

  /** The topics of feedback and repairs that came back in the last 30 days, the oftenest first. */
  record Improve(Instant until) implements RecordCommand {}

  /** Why nothing was written. */
  enum Refusal {
    INVALID,
    UNKNOWN_RECORD,
    NOT_ALLOWED,
    CONFLICT,
    UNAVAILABLE
  }

  /** What comes back. */
  sealed interface Reply {
    record Written(BookEntry entry) implements Reply {}

    record Found(List<BookEntry> entries) implements Reply {
      public Found {
        entries = List.copyOf(entries);
      }
    }

    record Improvements(List<Improvement> items) implements Reply {
      public Improvements {
        items = List.copyOf(items);
      }
    }

    record Refused(Refusal refusal, Text why, List<RecordFault> faults) implements Reply {
      public Refused {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * A topic that came back (把反映较多的问题作为突破口).
   *
   * @param about the area it was about, if about one
   */
  record Improvement(
      String topic, Optional<String> about, int times, Instant first, Instant last) {}
}
