package wuchang.app.laboratory;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import wuchang.app.command.CatalogueVocabulary;
import wuchang.app.config.ConfigReader;
import wuchang.app.config.Outcome;
import wuchang.domain.site.Site;
import wuchang.rules.catalogue.Catalogue;
import wuchang.rules.catalogue.RulesInForce;

/** A site of four devices, and pasts for it. */
final class SmallSite {
  private static final String YAML =
      """
      site: {id: east, profile: CN}
      areas: [{id: kitchen}, {id: store}]
      devices:
        - {id: fridge-1, kind: fridge, area: kitchen, interval: 60s}
        - {id: fridge-2, kind: fridge, area: kitchen, interval: 60s}
        - {id: freezer-1, kind: freezer, area: store, interval: 10m}
        - {id: gate-1, kind: access-gate, area: store}
      """;

  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private static final Catalogue CATALOGUE = Catalogue.shipped();
  private static final Site SITE = site();

  private SmallSite() {}

  private static Site site() {
    ConfigReader reader =
        new ConfigReader(new CatalogueVocabulary(CATALOGUE), name -> Optional.empty());
    byte[] yaml = YAML.getBytes(StandardCharsets.UTF_8);
    return ((Outcome.Valid) reader.read("east", Path.of(""), yaml)).config().site();
  }

  /** The rows of two days and more of troubles: gaps, bad values, doors, forced gates. */
  static List<String> rows(long seed) {
    Random random = new Random(seed);
    List<String> rows = new ArrayList<>();
    for (String device : List.of("fridge-1", "fridge-2", "freezer-1", "attic-9")) {
      double value = device.startsWith("freezer") ? -18 : 4;
      for (int minute = 0; minute < 3000; minute += 1 + random.nextInt(10)) {
        value += random.nextGaussian() * 2 + (value > 14 ? -2 : 0) + (value < -20 ? 2 : 0);
        minute += random.nextInt(90) == 0 ? random.nextInt(300) : 0;
        Instant at = START.plusSeconds(minute * 60L).plusMillis(random.nextInt(3) * 250);
        double shown = random.nextInt(40) == 0 ? 85.0 : value;
        rows.add(row(at, device, "temperature", String.format(Locale.ROOT, "%.1f", shown)));
        rows.add(row(at, device, "door_open", random.nextInt(5) == 0 ? "1" : "0"));
      }
    }
    for (int i = 0; i < 60; i++) {
      Instant at = START.plusSeconds(random.nextInt(180_000));
      String event = List.of("granted", "door_open", "door_closed").get(random.nextInt(3));
      rows.add(row(at, "gate-1", "event:" + event, event.equals("granted") ? "p1" : ""));
    }
    return rows;
  }

  static String row(Instant at, String device, String metric, String value) {
    return at + "," + device + "," + metric + "," + value;
  }

  static Path csv(Path directory, List<String> rows) throws IOException {
    Path file = Files.createTempFile(directory, "readings", ".csv");
    return Files.writeString(file, "time,device,metric,value\n" + String.join("\n", rows) + "\n");
  }

  /** What comes of a file, as it is written, and what was said beside it. */
  record Came(String findings, String remarks) {}

  static Came judged(Path csv, Span span, Experiment.Limits limits) throws Exception {
    StringWriter remarks = new StringWriter();
    Experiment experiment =
        new Experiment(
            List.of(new RulesInForce(CATALOGUE, SITE)),
            List.copyOf(SITE.devices().values()),
            span,
            limits,
            new Experiment.Voice(new PrintWriter(remarks, true), false, "backtest"));
    return new Came(FindingsFile.write(experiment.onFile(csv).get(0)), remarks.toString());
  }
}
