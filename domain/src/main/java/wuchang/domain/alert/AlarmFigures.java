package wuchang.domain.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.RuleId;
import wuchang.domain.Severity;

/**
 * How alarms burden the people who get them, after ISA-18.2 and EEMUA 191: what a person can bear
 * is about one alarm in ten minutes, and more than ten in ten minutes is a flood in which alarms
 * are missed.
 *
 * @param opened alerts that were opened or came back, by severity, without those that were hidden
 * @param hidden alerts that were opened behind a cause or a silence
 * @param perDay opened ones a day
 * @param people the pages (major and critical messages, repeats and escalations counted) of each
 * @param floods ten-minute stretches with more than ten alerts
 * @param standing alerts that are open or acknowledged at the end
 * @param stale those of them that have stood for more than a day
 * @param chattering what broke three times or more within an hour
 * @param most the ten that were opened most often
 */
public record AlarmFigures(
    Instant from,
    Instant to,
    Map<Severity, Integer> opened,
    int hidden,
    double perDay,
    Map<PersonId, Burden> people,
    int floods,
    int standing,
    int stale,
    List<Frequent> chattering,
    List<Frequent> most) {
  /**
   * What one person was told.
   *
   * @param worstTenMinutes the most pages within ten minutes
   */
  public record Burden(int pages, double perDay, int worstTenMinutes) {}

  /** How often a rule broke on a device, and its share of all. */
  public record Frequent(RuleId rule, DeviceId device, int times, double share) {}

  public AlarmFigures {
    opened = Map.copyOf(opened);
    people = Map.copyOf(people);
    chattering = List.copyOf(chattering);
    most = List.copyOf(most);
  }
}
