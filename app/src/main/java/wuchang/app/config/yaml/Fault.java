package wuchang.app.config.yaml;

/** What is wrong at a place, and what was expected there; one line, without any secret. */
public record Fault(Place place, String text) {
  @Override
  public String toString() {
    return place + ": " + text;
  }
}
