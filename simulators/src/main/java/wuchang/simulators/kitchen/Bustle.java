package wuchang.simulators.kitchen;

/** How busy the kitchen is; it decides how often doors open, water runs and stoves burn. */
public enum Bustle {
  /** Nobody is there, or a guard. */
  CLOSED,
  /** Between meals. */
  QUIET,
  PREPARING,
  SERVING,
  CLEANING
}
