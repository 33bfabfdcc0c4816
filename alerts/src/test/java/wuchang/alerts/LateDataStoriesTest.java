package wuchang.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.alerts.Canteen.FRG;
import static wuchang.alerts.Canteen.FRIDGE;

import org.junit.jupiter.api.Test;
import wuchang.domain.alert.AlertState;

/** What people hear when the past changes or comes late, told as stories. */
class LateDataStoriesTest {
  @Test
  void history_pages_nobody_until_it_is_known_to_go_on() {
    Story.in(Canteen.site())
        .at("10:00")
        .breached(FRG, FRIDGE, e -> Episodes.live(e, false))
        .state(AlertState.OPEN)
        .at("13:00")
        .confirmed()
        .expect("group opened")
        .at("13:15")
        .expect("group escalated:2")
        .at("13:20")
        .nothingElse();
  }

  @Test
  void history_that_ended_is_never_told() {
    Story.in(Canteen.site())
        .at("10:00")
        .breached(FRG, FRIDGE, e -> Episodes.live(e, false))
        .at("13:00")
        .recovered()
        .state(AlertState.RESOLVED)
        .at("18:00")
        .nothingElse();
  }

  @Test
  void late_data_that_denies_it_all_is_told_to_those_who_heard_of_it() {
    Story.in(Canteen.site())
        .at("10:00")
        .breached(FRG, FRIDGE)
        .expect("group opened")
        .at("10:10")
        .withdrawn()
        .expect("group withdrawn")
        .state(AlertState.WITHDRAWN)
        .at("12:00")
        .nothingElse();
  }

  @Test
  void a_start_that_moves_is_the_same_alert_and_no_news() {
    Story story =
        Story.in(Canteen.site())
            .at("10:00")
            .breached(FRG, FRIDGE)
            .expect("group opened")
            .at("10:05")
            .revised(e -> Episodes.since(e, Canteen.time("09:20")))
            .at("10:10")
            .recovered()
            .expect("group resolved");

    story.nothingElse();
    assertThat(story.all()).hasSize(1);
    assertThat(story.alert().since()).isEqualTo(Canteen.time("09:20"));
  }

  @Test
  void a_breach_that_was_over_before_it_was_found_pages_nobody() {
    Story.in(Canteen.site())
        .at("10:00")
        .breachedAndOver(FRG, FRIDGE)
        .state(AlertState.RESOLVED)
        .at("12:00")
        .nothingElse();
  }

  @Test
  void late_data_that_takes_the_recovery_back_opens_it_again() {
    Story.in(Canteen.site())
        .at("10:00")
        .breached(FRG, FRIDGE)
        .expect("group opened")
        .at("10:10")
        .recovered()
        .expect("group resolved")
        .at("10:20")
        .revised(Episodes::open)
        .expect("group reopened#2")
        .state(AlertState.OPEN)
        .at("10:35")
        .expect("group escalated:2#2")
        .at("10:40")
        .recovered()
        .expect("group resolved#2")
        .at("12:00")
        .nothingElse();
  }
}
