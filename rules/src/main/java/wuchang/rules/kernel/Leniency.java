package wuchang.rules.kernel;

/**
 * What a tier lets pass because the device's own circumstances explain it. Held time is wrong time
 * that does not count; a milder finding is told at once, as a notice, and becomes as grave as it is
 * when the explanation no longer holds.
 *
 * @param afterLoading whether it is held after the door stood open (DOMAIN.md B2.7)
 * @param defrost for how many milliseconds a learned defrost holds it at most; 0 for not at all
 * @param milder whether what looks like a defrost is a notice only
 * @param peak the warmest that air can be in a defrost, in °C
 */
public record Leniency(boolean afterLoading, long defrost, boolean milder, double peak) {
  public static final Leniency NONE = new Leniency(false, 0, false, Double.NEGATIVE_INFINITY);

  boolean isNone() {
    return !afterLoading && !heedsDefrost();
  }

  boolean heedsDefrost() {
    return defrost > 0 || milder;
  }

  /** Why wrong does not count now; empty when it does. */
  String held(Circumstances so, long at) {
    if (afterLoading && so.door().isGrace(at)) {
      return "loading";
    }
    return defrost > 0 && so.air().isLearnedDefrost(at, defrost) ? "defrost" : "";
  }

  boolean isMilder(Circumstances so, long at) {
    return milder && so.air().looksLikeDefrost(at);
  }

  long changes(Circumstances so, long at) {
    long door = afterLoading ? so.door().changes(at) : Kind.NEVER;
    return heedsDefrost() ? Math.min(door, so.air().changes(at, defrost)) : door;
  }
}
