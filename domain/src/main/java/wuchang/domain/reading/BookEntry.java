package wuchang.domain.reading;

import java.time.Instant;
import java.util.Optional;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.RecordId;
import wuchang.domain.record.RecordFields;
import wuchang.domain.record.RecordKind;
import wuchang.domain.record.RecordLife;

/**
 * A record that somebody keeps, as one version of it says. Entries are only ever added: a
 * correction, or the next state, is another version of the same id, and the older one stays.
 *
 * @param version from 1
 * @param time when what it says was so
 * @param who keeps it: a person's id; empty for who wants to stay unknown
 * @param by the account it came by, if by one
 */
public record BookEntry(
    RecordId id,
    int version,
    RecordKind kind,
    Instant time,
    String who,
    String by,
    RecordFields fields,
    Provenance provenance,
    Instant arrived)
    implements Observation {
  /** Stands for the device of a record that is about none. */
  public static final DeviceId SITE = DeviceId.of("site:records");

  /** The device it is about, or where it was kept. */
  public Optional<DeviceId> about() {
    return fields.text("device").map(DeviceId::of);
  }

  @Override
  public DeviceId device() {
    return about().orElse(SITE);
  }

  public Optional<AreaId> area() {
    return fields.text("area").map(AreaId::of);
  }

  public Optional<PersonId> person() {
    return fields.text("person").map(PersonId::of);
  }

  /** The state it is in; empty for a kind without states. */
  public String state() {
    return fields.text(RecordLife.STATE).orElse("");
  }
}
