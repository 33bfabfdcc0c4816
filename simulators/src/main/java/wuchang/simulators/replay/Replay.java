package wuchang.simulators.replay;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wuchang.simulators.csv.InvalidReadings;
import wuchang.simulators.csv.ReadingsFile;
import wuchang.simulators.mqtt.Publisher;
import wuchang.simulators.wire.NativeForm;

/**
 * Plays a file of readings onto MQTT. The file is read twice in bounded memory: once to find every
 * fault before anything is sent, once to send. A row's serial number is its place among the data
 * rows, from 1.
 */
public final class Replay {
  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final ReplayOptions options;
  private final Publisher publisher;
  private final InstantSource clock;
  private final Progress progress;
  private long messages;

  /**
   * @param clock what «now» is for a shift
   * @param progress is told the number of the newest row that was handed to the publisher
   */
  public Replay(
      ReplayOptions options, Publisher publisher, InstantSource clock, Progress progress) {
    this.options = options;
    this.publisher = publisher;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Returns when everything is acknowledged.
   *
   * @throws InvalidReadings when the file has faults; nothing was sent
   * @throws IOException when the file cannot be read
   * @throws wuchang.simulators.mqtt.BrokerRefused when the broker does not take a message
   */
  public Replayed run() throws IOException, InterruptedException {
    ReadingsFile file = ReadingsFile.at(options.csv());
    Survey survey = Survey.of(file);
    if (survey.notes() > 0) {
      LOG.warn(
          "file={} left_out={} reason=records_travel_over_http", options.csv(), survey.notes());
    }
    play(file, survey);
    while (!publisher.drain(LOOK_AGAIN)) {
      progress.reached(survey.rows() - 1, survey.rows());
    }
    progress.reached(survey.rows(), survey.rows());
    return new Replayed(survey.rows(), messages, survey.notes());
  }

  private void play(ReadingsFile file, Survey survey) throws IOException, InterruptedException {
    Pace pace = new Pace(options.speed());
    NativeForm form = new NativeForm(options.site());
    Letters letters =
        new Letters(form, shift(survey), !options.live(), letter -> send(letter, survey));
    file.forEach(
        row -> {
          if (!letters.joins(row)) {
            letters.finish();
          }
          pace.await(row.time());
          letters.add(row);
        });
    letters.finish();
  }

  private void send(Letter letter, Survey survey) throws InterruptedException {
    publisher.publish(letter.rows(), letter.message().topic(), letter.message().payload());
    messages++;
    progress.reached(Math.min(letter.rows().last(), survey.rows() - 1), survey.rows());
  }

  private Duration shift(Survey survey) {
    return options.shiftToNow() && survey.rows() > 0
        ? Duration.between(survey.newest(), clock.instant().truncatedTo(ChronoUnit.MILLIS))
        : Duration.ZERO;
  }
}
