package wuchang.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.alerts.Canteen.DOOR;
import static wuchang.alerts.Canteen.DUTY;
import static wuchang.alerts.Canteen.FRG;
import static wuchang.alerts.Canteen.FRIDGE;
import static wuchang.alerts.Canteen.LI;
import static wuchang.alerts.Canteen.ZHANG;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wuchang.alerts.channel.Message;
import wuchang.domain.PersonId;
import wuchang.domain.Severity;
import wuchang.domain.site.ChannelPlan;
import wuchang.domain.site.Site;

/** Who hears it on which channel, and what a dead channel and a restart change. */
class DeliveryStoriesTest {
  private static final Site PHONE_FOR_CRITICAL =
      Canteen.site(Canteen.channel("group"), Canteen.channel("phone", Severity.CRITICAL));

  @Test
  void each_channel_hears_its_severities() {
    Story.in(PHONE_FOR_CRITICAL)
        .at("10:00")
        .breached(FRG, FRIDGE)
        .expect("group opened")
        .at("10:10")
        .worsened(Severity.CRITICAL)
        .expect("group worsened:critical", "phone opened")
        .at("10:12")
        .recovered()
        .expect("group resolved", "phone resolved")
        .at("12:00")
        .nothingElse();
  }

  @Test
  void a_channel_for_later_is_told_when_nobody_has_taken_it_on() {
    Site site = Canteen.site(Canteen.channel("group"), later("phone", Duration.ofMinutes(10)));
    Story.in(site)
        .at("10:00")
        .breached(FRG, FRIDGE)
        .expect("group opened")
        .at("10:10")
        .expect("phone opened")
        .at("10:12")
        .acknowledged(ZHANG)
        .at("10:13")
        .nothingElse();
    Story.in(site)
        .at("10:00")
        .breached(FRG, FRIDGE)
        .expect("group opened")
        .at("10:09")
        .acknowledged(ZHANG)
        .at("10:30")
        .nothingElse();
  }

  private static ChannelPlan later(String id, Duration after) {
    return new ChannelPlan(
        id,
        "log",
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        0,
        Map.of(),
        Map.of(Severity.MAJOR, after),
        Optional.empty());
  }

  @Test
  void who_was_not_told_of_the_beginning_is_not_told_of_the_end() {
    Story.in(PHONE_FOR_CRITICAL)
        .at("10:00")
        .breached(FRG, FRIDGE)
        .expect("group opened")
        .at("10:10")
        .recovered()
        .expect("group resolved")
        .at("12:00")
        .nothingElse();
  }

  @Test
  void a_notice_is_only_listed_unless_a_channel_asks_for_it() {
    Story.in(Canteen.site(Canteen.channel("group"), Canteen.channel("daily", Severity.NOTICE)))
        .at("10:00")
        .breached(DUTY, FRIDGE)
        .expect("daily opened")
        .at("12:00")
        .nothingElse();
  }

  @Test
  void a_channel_that_is_down_for_half_an_hour_hears_the_beginning_before_the_end() {
    Story.in(Canteen.site())
        .at("10:00")
        .channelDown("group")
        .breached(DOOR, FRIDGE)
        .at("10:10")
        .recovered()
        .at("10:30")
        .channelUp("group")
        .at("10:35")
        .nothingElseBut("group opened", "group resolved");
  }

  @Test
  void a_channel_that_is_down_piles_up_no_repeats() {
    Story.in(Canteen.site())
        .at("10:00")
        .channelDown("group")
        .breached(FRG, FRIDGE)
        .at("10:50")
        .channelUp("group")
        .at("10:56")
        .nothingElseBut("group opened", "group escalated:2", "group escalated:3");
  }

  @Test
  void what_could_not_be_delivered_for_an_hour_is_given_up() {
    Story story =
        Story.in(Canteen.site())
            .at("10:00")
            .channelDown("group")
            .breached(DOOR, FRIDGE)
            .at("11:10")
            .channelUp("group")
            .recovered()
            .at("12:00");

    story.nothingElse();
  }

  @Test
  void one_channel_that_is_down_holds_up_no_other() {
    Story.in(Canteen.site(Canteen.channel("a"), Canteen.channel("b")))
        .at("10:00")
        .channelDown("a")
        .breached(DOOR, FRIDGE)
        .expect("b opened")
        .at("10:10")
        .recovered()
        .expect("b resolved")
        .at("10:20")
        .nothingElse();
  }

  @Test
  void a_restart_repeats_nothing_and_forgets_nothing() {
    Story.in(Canteen.site())
        .at("10:00")
        .breached(FRG, FRIDGE)
        .expect("group opened")
        .at("10:05")
        .restarted()
        .at("10:15")
        .restarted()
        .expect("group escalated:2")
        .at("10:20")
        .acknowledged(ZHANG)
        .restarted()
        .at("11:20")
        .expect("group reminder:1")
        .at("11:30")
        .restarted()
        .recovered()
        .expect("group resolved")
        .at("15:00")
        .nothingElse();
  }

  @Test
  void the_one_on_duty_is_meant_then_the_management_then_the_owner() {
    List<Message> messages =
        Story.in(Canteen.site())
            .at("21:50")
            .breached(FRG, FRIDGE)
            .expect("group opened")
            .at("22:05")
            .expect("group escalated:2")
            .at("22:10")
            .acknowledged(LI)
            .at("23:10")
            .expect("group reminder:1")
            .at("23:20")
            .recovered()
            .expect("group resolved")
            .at("23:30")
            .breached(FRG, FRIDGE)
            .expect("group opened")
            .nothingElse();

    assertThat(messages.stream().map(Message::to))
        .containsExactly(
            List.of(ZHANG), List.of(LI), List.of(LI), List.of(LI), List.of(PersonId.of("p3")));
  }
}
