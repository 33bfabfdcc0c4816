package wuchang.console.access;

import static wuchang.domain.site.Role.ADMIN;
import static wuchang.domain.site.Role.CONTRACTOR;
import static wuchang.domain.site.Role.DECISION;
import static wuchang.domain.site.Role.INSPECTOR;
import static wuchang.domain.site.Role.MANAGEMENT;
import static wuchang.domain.site.Role.OPERATION;
import static wuchang.domain.site.Role.VIEWER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import wuchang.domain.site.Role;

/**
 * What somebody may do, and who may. A contractor only ever in its own areas ({@link
 * Account#sees}).
 *
 * <pre>
 *                viewer inspector contractor operation management decision admin
 * READ             x       x       own areas     x         x         x       x
 * READ_SITE        x       x           -         x         x         x       x
 * ACT              -       -       own areas     x         x         x       x
 * CLOSE            -       -         owner     owner       x         x       x
 * OVERRIDE         -       -           -         -         x         x       x
 * RECORD           x       x       own areas     x         x         x       x
 * INGEST           -       -           -         x         x         x       x
 * ADMINISTER       -       -           -         -         -         -       x
 * </pre>
 *
 * An inspector reads and records (and may not close what it found); who acknowledged an alert owns
 * it and may close it; what somebody else owns, or what the sensor still shows, takes management.
 */
public enum Permission {
  /** Alerts, devices, series, the live stream. */
  READ(VIEWER, INSPECTOR, CONTRACTOR, OPERATION, MANAGEMENT, DECISION, ADMIN),
  /** What speaks of the whole site: reports, scores. */
  READ_SITE(VIEWER, INSPECTOR, OPERATION, MANAGEMENT, DECISION, ADMIN),
  /**
   * Acknowledge, comment, accept or decline what was offered, hand over what one owns, silence for
   * a day.
   */
  ACT(CONTRACTOR, OPERATION, MANAGEMENT, DECISION, ADMIN),
  /** Close, or call it a false alarm: the owner; from management up anybody's. */
  CLOSE(CONTRACTOR, OPERATION, MANAGEMENT, DECISION, ADMIN),
  /** Close somebody else's alert, or one whose sensor still shows the breach; silence for long. */
  OVERRIDE(MANAGEMENT, DECISION, ADMIN),
  /** Keep records, each kind by those who may ({@link wuchang.domain.record.RecordKind}). */
  RECORD(VIEWER, INSPECTOR, CONTRACTOR, OPERATION, MANAGEMENT, DECISION, ADMIN),
  /** Hand readings and events in over HTTP. */
  INGEST(OPERATION, MANAGEMENT, DECISION, ADMIN),
  /**
   * Reload the configuration, see unknown devices and the parts' health, correct a published score.
   */
  ADMINISTER(ADMIN);

  private final Set<Role> roles;

  Permission(Role... roles) {
    this.roles = EnumSet.copyOf(List.of(roles));
  }

  public boolean isHeldBy(Role role) {
    return roles.contains(role);
  }

  /** The weakest role that has it. */
  public Role weakest() {
    return roles.iterator().next();
  }

  public static List<Permission> of(Role role) {
    return Arrays.stream(values()).filter(permission -> permission.isHeldBy(role)).toList();
  }
}
