package wuchang.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.alerts.Canteen.DOOR;
import static wuchang.alerts.Canteen.FRG;
import static wuchang.alerts.Canteen.FRIDGE;
import static wuchang.alerts.Canteen.LI;
import static wuchang.alerts.Canteen.OTHER_FRIDGE;
import static wuchang.alerts.Canteen.ZHANG;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wuchang.alerts.channel.Message;
import wuchang.domain.Severity;
import wuchang.domain.alert.AlertState;
import wuchang.domain.finding.Finding;

/** What people hear while an alert lives, told as stories. */
class StoriesTest {
  @Test
  void one_breach_that_is_owned_and_repaired_is_two_messages() {
    Story.in(Canteen.site())
        .at("10:00")
        .breached(FRG, FRIDGE)
        .expect("group opened")
        .state(AlertState.OPEN)
        .at("10:05")
        .acknowledged(ZHANG)
        .state(AlertState.ACKNOWLEDGED)
        .at("10:40")
        .recovered()
        .expect("group resolved")
        .state(AlertState.RESOLVED)
        .at("11:00")
        .closed(ZHANG, Optional.empty())
        .state(AlertState.CLOSED)
        .at("15:00")
        .nothingElse();
  }

  @Test
  void an_alert_that_nobody_takes_on_goes_up_and_is_repeated() {
    Story.in(Canteen.site())
        .at("10:00")
        .breached(FRG, FRIDGE)
        .expect("group opened")
        .at("10:15")
        .expect("group escalated:2")
        .at("10:30")
        .expect("group escalated:3")
        .at("10:45")
        .expect("group repeat:1")
        .at("11:00")
        .expect("group repeat:2")
        .at("11:10")
        .acknowledged(LI)
        .at("12:00")
        .nothingElse();
  }

  @Test
  void a_critical_alert_goes_up_faster() {
    Story.in(Canteen.site())
        .at("02:00")
        .breached(FRG, FRIDGE, e -> Episodes.severity(e, Severity.CRITICAL))
        .expect("group opened")
        .at("02:05")
        .expect("group escalated:2")
        .at("02:10")
        .expect("group repeat:1")
        .at("02:15")
        .expect("group escalated:3")
        .at("02:20")
        .expect("group repeat:2")
        .nothingElse();
  }

  @Test
  void getting_worse_does_not_delay_a_level_that_was_due_anyway() {
    Story.in(Canteen.site())
        .at("10:00")
        .breached(FRG, FRIDGE)
        .expect("group opened")
        .at("10:13")
        .worsened(Severity.CRITICAL)
        .expect("group worsened:critical")
        .at("10:15")
        .expect("group escalated:2")
        .at("10:20")
        .expect("group repeat:1")
        .at("10:25")
        .expect("group repeat:2")
        .at("10:28")
        .expect("group escalated:3")
        .at("10:29")
        .nothingElse();
  }

  @Test
  void an_acknowledgement_just_before_the_level_is_due_stops_it() {
    Story.in(Canteen.site())
        .at("10:00")
        .breached(FRG, FRIDGE)
        .expect("group opened")
        .at("10:14:59")
        .acknowledged(ZHANG)
        .at("11:14")
        .nothingElse();
  }

  @Test
  void an_owned_alert_that_stays_open_reminds_every_hour() {
    Story.in(Canteen.site())
        .at("22:00")
        .breached(FRG, FRIDGE)
        .expect("group opened")
        .at("22:10")
        .acknowledged(ZHANG)
        .at("23:10")
        .expect("group reminder:1")
        .at("+1 00:10")
        .expect("group reminder:2")
        .at("+1 00:30")
        .recovered()
        .expect("group resolved")
        .at("+1 06:00")
        .nothingElse();
  }

  @Test
  void the_same_trouble_again_is_a_new_alert() {
    Story story =
        Story.in(Canteen.site())
            .at("10:00")
            .breached(FRG, FRIDGE)
            .expect("group opened")
            .at("10:10")
            .recovered()
            .expect("group resolved")
            .at("13:00")
            .breached(FRG, FRIDGE)
            .expect("group opened");

    story.nothingElse();
    assertThat(story.all()).hasSize(2);
  }

  @Test
  void a_warning_is_said_once() {
    Story.in(Canteen.site())
        .at("10:00")
        .breached(DOOR, FRIDGE)
        .expect("group opened")
        .at("18:00")
        .recovered()
        .expect("group resolved")
        .at("19:00")
        .nothingElse();
  }

  @Test
  void closing_with_a_reason_while_it_is_wrong_ends_it_for_everybody() {
    Story.in(Canteen.site())
        .at("10:00")
        .breached(FRG, FRIDGE)
        .expect("group opened")
        .at("10:10")
        .closed(LI, Optional.of("停用，已清空"))
        .expect("group closed")
        .at("11:00")
        .recovered()
        .state(AlertState.CLOSED)
        .at("15:00")
        .nothingElse();
  }

  @Test
  void worse_than_what_was_closed_opens_it_again() {
    Story.in(Canteen.site())
        .at("10:00")
        .breached(FRG, FRIDGE)
        .expect("group opened")
        .at("10:10")
        .closed(LI, Optional.of("会好的"))
        .expect("group closed")
        .at("10:30")
        .worsened(Severity.CRITICAL)
        .expect("group reopened#2")
        .nothingElse();
  }

  @Test
  void a_false_alarm_stays_quiet_whatever_the_sensor_says() {
    Story.in(Canteen.site())
        .at("10:00")
        .breached(FRG, FRIDGE)
        .expect("group opened")
        .at("10:10")
        .falseAlarm(ZHANG)
        .expect("group closed")
        .at("10:30")
        .worsened(Severity.CRITICAL)
        .at("11:00")
        .recovered()
        .state(AlertState.FALSE_ALARM)
        .at("15:00")
        .nothingElse();
  }

  @Test
  void two_fridges_are_two_alerts() {
    Story.in(Canteen.site())
        .at("10:00")
        .breached(FRG, FRIDGE)
        .expect("group opened")
        .at("10:01")
        .breached(FRG, OTHER_FRIDGE)
        .expect("group opened")
        .at("10:02")
        .recovered()
        .expect("group resolved")
        .at("10:15")
        .expect("group escalated:2")
        .nothingElse();
  }

  @Test
  void two_that_nobody_takes_on_go_up_in_one_message_with_the_link_of_one() {
    List<Message> messages =
        Story.in(Canteen.site())
            .at("10:00")
            .finding(
                new Finding.Breached(Canteen.episode(FRG, FRIDGE, Canteen.time("09:30"))),
                new Finding.Breached(Canteen.episode(FRG, OTHER_FRIDGE, Canteen.time("09:30"))))
            .expect("group opened", "group opened")
            .at("10:15")
            .expect("group escalated:2")
            .nothingElse();

    Message both = messages.get(2);
    assertThat(both.each()).hasSize(2);
    assertThat(both.words().headline().zh()).endsWith("等 2 项");
    assertThat(both.words().sentence().zh()).contains("1. ", "2. ", "已持续");
    assertThat(both.link().toString()).contains(both.alert().id().value());
  }

  @Test
  void an_offer_says_who_keeps_it_until_it_is_accepted() {
    List<Message> messages =
        Story.in(Canteen.site())
            .at("10:00")
            .breached(FRG, FRIDGE)
            .expect("group opened")
            .acknowledged(ZHANG)
            .handedOver(ZHANG, LI)
            .expect("group hand_over:1")
            .nothingElse();

    assertThat(messages.get(1).words().owner().zh()).isEqualTo("张三 请 李四 接手，接受前仍由 张三 负责");
    assertThat(messages.get(1).words().owner().en())
        .isEqualTo("张三 asks 李四 to take it over; 张三 has it until that is accepted");
  }

  @Test
  void a_month_of_nightly_trouble_is_told_night_by_night() {
    Story story = Story.in(Canteen.site());
    for (int day = 0; day < 30; day++) {
      story
          .at("+" + day + " 03:00")
          .breached(FRG, FRIDGE)
          .expect("group opened")
          .at("+" + day + " 03:10")
          .recovered()
          .expect("group resolved");
    }

    story.nothingElse();
    assertThat(story.all()).hasSize(30);
  }
}
