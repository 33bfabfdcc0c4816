package wuchang.simulators.machine;

import java.util.function.DoubleUnaryOperator;

/** One number for each of three phases; a single-phase meter uses the first. */
record Phases(double l1, double l2, double l3) {
  static final Phases NONE = new Phases(0, 0, 0);

  /** The same on so many of them. */
  static Phases evenly(double whole, int phases) {
    return phases == 1 ? new Phases(whole, 0, 0) : new Phases(whole / 3, whole / 3, whole / 3);
  }

  /** All on one, counted from 1. */
  static Phases on(int phase, double value) {
    return new Phases(phase == 1 ? value : 0, phase == 2 ? value : 0, phase == 3 ? value : 0);
  }

  Phases plus(Phases other) {
    return new Phases(l1 + other.l1, l2 + other.l2, l3 + other.l3);
  }

  Phases times(Phases other) {
    return new Phases(l1 * other.l1, l2 * other.l2, l3 * other.l3);
  }

  Phases per(Phases other) {
    return new Phases(ratio(l1, other.l1), ratio(l2, other.l2), ratio(l3, other.l3));
  }

  Phases minus(Phases other) {
    return new Phases(l1 - other.l1, l2 - other.l2, l3 - other.l3);
  }

  /** The one counted from 1. */
  double on(int phase) {
    return phase == 1 ? l1 : phase == 2 ? l2 : l3;
  }

  private static double ratio(double value, double of) {
    return of == 0 ? 0 : value / of;
  }

  Phases map(DoubleUnaryOperator each) {
    return new Phases(each.applyAsDouble(l1), each.applyAsDouble(l2), each.applyAsDouble(l3));
  }

  double sum() {
    return l1 + l2 + l3;
  }

  double highest() {
    return Math.max(l1, Math.max(l2, l3));
  }
}
