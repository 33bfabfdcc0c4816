package wuchang.simulators.scenario;

/** A scenario cannot be played as it stands; the message names the place. */
public final class ScenarioFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ScenarioFault(String message) {
    super(message);
  }
}
