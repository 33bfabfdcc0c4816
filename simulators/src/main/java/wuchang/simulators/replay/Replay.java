package wuchang.simulators.replay;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
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
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final ReplayOptions options;
  private final ReadingsFile file;
  private final Survey survey;
  private final InstantSource clock;
  private final Progress progress;
  private long messages;

  private Replay(
      ReplayOptions options,
      ReadingsFile file,
      Survey survey,
      InstantSource clock,
      Progress progress) {
    this.options = options;
    this.file = file;
    this.survey = survey;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Reads the file through, before anybody has to be connected to.
   *
   * @param clock what «now» is for a shift
   * @param progress is told the number of the newest row that was handed to the publisher
   * @throws InvalidReadings when the file has faults
   * @throws IOException when the file cannot be read
   */
  public static Replay of(ReplayOptions options, InstantSource clock, Progress progress)
      throws IOException, InterruptedException {
    ReadingsFile file = ReadingsFile.at(options.csv());
    Survey survey = Survey.of(file);
    return new Replay(options, file, survey, clock, progress);
  }

  /**
   * Returns when everything is acknowledged.
   *
   * @throws IOException when the file cannot be read any more
   * @throws wuchang.simulators.mqtt.BrokerRefused when the broker does not take a message
   */
  public Replayed onto(Publisher publisher) throws IOException, InterruptedException {
    play(publisher);
    while (!publisher.drain(LOOK_AGAIN)) {
      progress.reached(survey.rows() - 1, survey.rows());
    }
    progress.reached(survey.rows(), survey.rows());
    return new Replayed(survey.rows(), messages);
  }

  private void play(Publisher publisher) throws IOException, InterruptedException {
    Pace pace = new Pace(options.speed());
    NativeForm form = new NativeForm(options.site());
    Letters letters =
        new Letters(form, shift(), !options.live(), letter -> send(letter, publisher));
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

  private void send(Letter letter, Publisher publisher) throws InterruptedException {
    publisher.publish(letter.rows(), letter.message().topic(), letter.message().payload());
    messages++;
    progress.reached(Math.min(letter.rows().last(), survey.rows() - 1), survey.rows());
  }

  private Duration shift() {
    return options.shiftToNow() && survey.rows() > 0
        ? Duration.between(survey.newest(), clock.instant().truncatedTo(ChronoUnit.MILLIS))
        : Duration.ZERO;
  }
}
