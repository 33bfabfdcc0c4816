package wuchang.app.cli;

import java.util.List;
import wuchang.app.config.Config;

/** Runs the examples of the rules in force at a site. */
@FunctionalInterface
public interface RuleExamples {
  /** What did not come out as its example says, a line each; empty when all did. */
  List<String> failures(Config config);
}
