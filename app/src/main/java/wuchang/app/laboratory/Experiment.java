package wuchang.app.laboratory;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import wuchang.domain.DeviceId;
import wuchang.domain.finding.Coverage;
import wuchang.domain.finding.Episode;
import wuchang.domain.journal.History;
import wuchang.domain.reading.Observation;
import wuchang.domain.site.Device;
import wuchang.rules.catalogue.RulesInForce;
import wuchang.rules.kernel.Periods;

/** Judges the past of a site under one or several sets of rules, from a file or from the store. */
public final class Experiment {
  private final List<RulesInForce> variants;
  private final List<Device> devices;
  private final Span span;
  private final Limits limits;
  private final Voice voice;
  private final Wish wish;

  /**
   * How much may be held in memory.
   *
   * @param waiting how many rows may wait for late ones
   * @param sorted how many rows are sorted at once
   * @param threads how many judge
   */
  public record Limits(int waiting, int sorted, int threads) {
    public static Limits usual() {
      return new Limits(
          Window.MOST, DiskSort.ROWS_IN_MEMORY, Runtime.getRuntime().availableProcessors());
    }
  }

  /** Where remarks go, and progress when it is a terminal. */
  public record Voice(PrintWriter err, boolean isTerminal, String command) {
    void say(String remark) {
      err.println("wuchang " + command + ": " + remark);
    }
  }

  /** Sums of evidence that somebody wants to have: over which periods, and who takes them. */
  private record Wish(Periods periods, Consumer<List<Coverage>> taker) {
    static final Wish NONE = new Wish(Periods.NONE, rows -> {});
  }

  /** A part of the work that needs judges. */
  private interface Work {
    Past into(Judging judging) throws IOException, InterruptedException;
  }

  /**
   * @param span what of the past is judged; its end is the newest observation when none is given
   */
  public Experiment(
      List<RulesInForce> variants, List<Device> devices, Span span, Limits limits, Voice voice) {
    this(variants, devices, span, limits, voice, Wish.NONE);
  }

  private Experiment(
      List<RulesInForce> variants,
      List<Device> devices,
      Span span,
      Limits limits,
      Voice voice,
      Wish wish) {
    this.wish = wish;
    this.variants = List.copyOf(variants);
    this.devices = List.copyOf(devices);
    this.span = span;
    this.limits = limits;
    this.voice = voice;
  }

  /** The same, with the evidence under the first set of rules handed out, too, in no order. */
  public Experiment covering(Periods periods, Consumer<List<Coverage>> taker) {
    return new Experiment(variants, devices, span, limits, voice, new Wish(periods, taker));
  }

  /**
   * What is found in a file of readings, by set of rules.
   *
   * @throws wuchang.simulators.csv.InvalidReadings when the file has faults
   */
  public List<List<Episode>> onFile(Path csv) throws IOException, InterruptedException {
    if (CsvPast.canBeReadAgain(csv)) {
      try {
        return judge(judging -> reading(csv, "judging").stream(judging, limits.waiting()));
      } catch (Window.TooNarrow e) {
        voice.say(csv + ": rows come more than a day late; sorting them on disk");
      }
    }
    return judge(judging -> reading(csv, "sorting").sort(judging, limits.sorted()));
  }

  /** What is found in the store, by set of rules. */
  public List<List<Episode>> onStore(History history) throws IOException, InterruptedException {
    return judge(
        judging -> new StorePast(history, span, devices, progress("judging")).into(judging));
  }

  /** Somebody who hands out readings in order of time. */
  public interface Source {
    void into(Sink sink) throws InterruptedException;
  }

  /** Takes what a source hands out. */
  public interface Sink {
    void accept(Observation observation) throws InterruptedException;
  }

  /** What is found in readings as they are made, by set of rules. */
  public List<List<Episode>> onReadings(Source source) throws InterruptedException {
    try (Judging judging = new Judging(variants, devices, limits.threads(), wish.periods())) {
      Map<DeviceId, Integer> places = new HashMap<>();
      devices.forEach(device -> places.put(device.id(), places.size()));
      Instant[] newest = {Instant.EPOCH};
      source.into(
          observation -> {
            newest[0] = observation.time();
            judging.take(places.get(observation.device()), observation);
          });
      return judging.finish(span.hasEnd() ? span.to() : newest[0]).found();
    }
  }

  private CsvPast reading(Path csv, String work) {
    return new CsvPast(csv, span, devices, progress(work));
  }

  private CsvPast.Progress progress(String work) {
    return new ProgressLine(voice.err(), voice.isTerminal(), work)::reached;
  }

  private List<List<Episode>> judge(Work work) throws IOException, InterruptedException {
    try (Judging judging = new Judging(variants, devices, limits.threads(), wish.periods())) {
      Past read = work.into(judging);
      Instant end = span.hasEnd() ? span.to() : read.newest().orElse(Instant.EPOCH);
      Judging.Verdicts verdicts = judging.finish(end);
      wish.taker().accept(verdicts.coverage());
      remark(read, verdicts);
      return verdicts.found();
    }
  }

  private void remark(Past read, Judging.Verdicts verdicts) {
    new ProgressLine(voice.err(), voice.isTerminal(), "").done();
    if (!read.unknown().isEmpty()) {
      voice.say("devices that are not configured are skipped: " + names(read));
    }
    if (verdicts.contradictions() > 0) {
      voice.say(
          verdicts.contradictions()
              + " values passed over: there is a lower one of that device, metric and time");
    }
    if (read.rows() == 0) {
      voice.say("there is no reading of a configured device, so there is nothing to judge");
    }
  }

  private static String names(Past read) {
    return new TreeSet<>(read.unknown())
        .stream().map(DeviceId::value).collect(Collectors.joining(" "));
  }
}
