package wuchang.app.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.Dimension;
import wuchang.domain.Profile;
import wuchang.domain.Quantity;
import wuchang.domain.RuleId;
import wuchang.domain.site.Device;

/** What a configuration must know of the rules to check what it changes about them. */
public interface RuleVocabulary {
  /** The rules there are. */
  Set<RuleId> rules();

  /** The parameters of a rule with what they measure; empty when there is no such rule. */
  Optional<Map<String, Dimension>> parametersOf(RuleId rule);

  /**
   * Why a value of a parameter is looser than the limit of the profile, as the end of a sentence
   * that begins with the value; empty when it is not. Asked only for parameters of {@link
   * #parametersOf} and with their dimension.
   */
  Optional<String> looser(RuleId rule, Profile profile, String parameter, Quantity value);

  /** The slowest interval at which a device can prove what it is there for; empty when any can. */
  Optional<Duration> slowest(Device device);
}
