package wuchang.simulators.kitchen;

/** A number that depends on how busy the kitchen is. */
public record ByBustle(
    double closed, double quiet, double preparing, double serving, double cleaning) {
  public static final ByBustle NEVER = new ByBustle(0, 0, 0, 0, 0);

  public double at(Bustle bustle) {
    return switch (bustle) {
      case CLOSED -> closed;
      case QUIET -> quiet;
      case PREPARING -> preparing;
      case SERVING -> serving;
      case CLEANING -> cleaning;
    };
  }

  public ByBustle times(double factor) {
    return new ByBustle(
        closed * factor, quiet * factor, preparing * factor, serving * factor, cleaning * factor);
  }
}
