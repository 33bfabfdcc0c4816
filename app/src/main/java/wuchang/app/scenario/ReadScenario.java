package wuchang.app.scenario;

import wuchang.domain.Text;
import wuchang.simulators.scenario.Scenario;

/**
 * A scenario that can be played.
 *
 * @param configuration of its site, as a file for {@code serve --config}
 * @param about what it is, in a line
 */
public record ReadScenario(Scenario scenario, String configuration, Text about) {}
