package wuchang.simulators.mishap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wuchang.domain.DeviceId;

/** The mishaps of one device at one instant. */
public record Troubles(List<Mishap> active) {
  public static final Troubles NONE = new Troubles(List.of());

  public Troubles {
    active = List.copyOf(active);
  }

  /** Those of all mishaps that trouble that device then. */
  public static Troubles of(List<Mishap> all, DeviceId device, Instant at) {
    List<Mishap> active = new ArrayList<>(0);
    for (Mishap mishap : all) {
      if (mishap.isActive(at) && mishap.device().equals(device)) {
        active.add(mishap);
      }
    }
    return active.isEmpty() ? NONE : new Troubles(active);
  }

  // Asked several times in each step of each machine, mostly of none: loops, not streams.
  public Optional<Mishap> find(MishapKind kind) {
    for (Mishap mishap : active) {
      if (mishap.kind() == kind) {
        return Optional.of(mishap);
      }
    }
    return Optional.empty();
  }

  public boolean has(MishapKind kind) {
    return find(kind).isPresent();
  }

  /** How bad it is; 0 when it is not at all. */
  public double severity(MishapKind kind) {
    Optional<Mishap> mishap = find(kind);
    return mishap.isPresent() ? mishap.get().severity() : 0;
  }

  /** Whether it has set in within the last milliseconds: of what ends by itself before its end. */
  public boolean freshly(MishapKind kind, Instant now, long millis) {
    Optional<Mishap> mishap = find(kind);
    return mishap.isPresent() && now.toEpochMilli() - mishap.get().onset().toEpochMilli() < millis;
  }
}
