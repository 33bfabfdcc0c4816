package wuchang.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static wuchang.alerts.Canteen.FRG;
import static wuchang.alerts.Canteen.time;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wuchang.alerts.channel.GroupRobot;
import wuchang.domain.DeviceId;
import wuchang.domain.Severity;
import wuchang.domain.alert.NotificationStep.Outcome;

/** From findings to the robots' servers through the whole stage, in virtual time. */
class RobotDeliveryTest {
  @ParameterizedTest
  @ValueSource(strings = {"wecom", "dingtalk", "feishu"})
  void a_storm_reaches_the_group_whole_and_is_never_too_much_for_its_robot(String kind)
      throws IOException {
    try (RealDelivery delivery = new RealDelivery(kind).at("10:05")) {
      List<DeviceId> devices = new ArrayList<>();
      for (int i = 1; i <= 60; i++) {
        devices.add(DeviceId.of("unit-" + i));
        delivery.breached(FRG, devices.get(i - 1), Severity.MAJOR);
      }
      delivery.pass(Duration.ofMinutes(4));
      GroupRobot robot = delivery.robot(kind);

      assertThat(robot.codes()).containsOnly(0).hasSizeLessThanOrEqualTo(20);
      String said = String.join("\n", robot.read());
      assertThat(devices)
          .allMatch(device -> Pattern.compile("冷库" + device + "(?!\\d)").matcher(said).find());
      assertThat(delivery.outcomes(kind)).hasSize(60).containsOnly(Outcome.ACCEPTED);
    }
  }

  @Test
  void what_is_critical_goes_while_the_rest_must_wait() throws IOException {
    try (RealDelivery delivery = new RealDelivery("dingtalk").at("10:05")) {
      for (int i = 1; i <= 40; i++) {
        delivery.breached(FRG, DeviceId.of("unit-" + i), Severity.MAJOR);
        delivery.pass(Duration.ofSeconds(1));
      }
      delivery.breached(FRG, DeviceId.of("burning"), Severity.CRITICAL);
      GroupRobot robot = delivery.robot("dingtalk");

      assertThat(robot.read()).last().asString().contains("burning");
      assertThat(robot.codes()).containsOnly(0);
    }
  }

  @Test
  void a_robot_that_blocks_us_is_left_alone_and_the_next_channel_is_told() throws IOException {
    try (RealDelivery delivery = new RealDelivery("dingtalk", "wecom").at("10:05")) {
      delivery.only("dingtalk");
      delivery.robot("dingtalk").force(130_101);
      delivery.breached(FRG, DeviceId.of("unit-1"), Severity.MAJOR);
      delivery.pass(Duration.ofMinutes(5));

      assertThat(delivery.robot("dingtalk").codes()).containsExactly(130_101);
      assertThat(delivery.robot("wecom").read()).hasSize(1);
      delivery.robot("dingtalk").force(0);
      delivery.pass(Duration.ofMinutes(20));
      assertThat(delivery.robot("dingtalk").read()).isNotEmpty();
    }
  }

  @Test
  void a_robot_that_is_away_hands_over_within_minutes_and_is_called_dead() throws IOException {
    try (RealDelivery delivery = new RealDelivery("feishu", "wecom").at("10:05")) {
      delivery.only("feishu");
      delivery.robot("feishu").close();
      Instant began = delivery.now();
      delivery.breached(FRG, DeviceId.of("unit-1"), Severity.MAJOR);
      while (delivery.robot("wecom").read().isEmpty()) {
        delivery.pass(Duration.ofSeconds(10));
      }

      assertThat(Duration.between(began, delivery.now())).isLessThan(Duration.ofMinutes(4));
      delivery.pass(Duration.ofMinutes(2));
      assertThat(delivery.dead()).containsExactly("feishu");
    }
  }

  @Test
  void feishu_is_spared_at_the_full_hour_but_for_what_is_critical() throws IOException {
    try (RealDelivery delivery = new RealDelivery("feishu").at("10:00")) {
      delivery.breached(FRG, DeviceId.of("unit-1"), Severity.MAJOR);
      delivery.breached(FRG, DeviceId.of("burning"), Severity.CRITICAL);
      delivery.pass(Duration.ofSeconds(50));
      assertThat(delivery.robot("feishu").read()).singleElement().asString().contains("burning");
      delivery.pass(Duration.ofSeconds(20));

      assertThat(delivery.robot("feishu").read()).hasSize(2);
      assertThat(delivery.now()).isEqualTo(time("10:01").plusSeconds(10));
    }
  }

  @Test
  void after_a_restart_what_was_sent_within_the_minute_still_counts() throws IOException {
    try (RealDelivery delivery = new RealDelivery("dingtalk").at("10:05")) {
      for (int i = 1; i <= 15; i++) {
        delivery.breached(FRG, DeviceId.of("unit-" + i), Severity.MAJOR);
        delivery.pass(Duration.ofSeconds(1));
      }
      delivery.restarted();
      for (int i = 16; i <= 30; i++) {
        delivery.breached(FRG, DeviceId.of("unit-" + i), Severity.MAJOR);
      }
      assertThat(delivery.robot("dingtalk").read()).hasSize(15);
      delivery.pass(Duration.ofMinutes(2));

      assertThat(delivery.robot("dingtalk").codes()).containsOnly(0);
      assertThat(delivery.outcomes("dingtalk")).hasSize(30).containsOnly(Outcome.ACCEPTED);
    }
  }
}
