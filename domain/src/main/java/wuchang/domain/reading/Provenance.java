package wuchang.domain.reading;

/**
 * How an observation came to us. {@code ownTime}: the device said when; otherwise the time is that
 * of arrival. {@code replay}: it is history and pages nobody by itself. {@code retained}: the
 * broker had kept it.
 */
public record Provenance(boolean ownTime, boolean replay, boolean retained) {
  public static final Provenance LIVE = new Provenance(true, false, false);
  public static final Provenance HISTORY = new Provenance(true, true, false);
  public static final Provenance UNTIMED = new Provenance(false, false, false);
}
