package wuchang.app.bench;

/**
 * What came of publishing at a rate.
 *
 * @param rate messages a second that were wanted
 * @param sent messages that were published
 * @param waiting what was under way when the publishing ended
 */
record IngestResult(
    int rate, long sent, Waiting waiting, double seconds, Durations latencies, Split split) {
  /**
   * Values that were under way.
   *
   * @param store published and not yet stored; below 0 when the probe's own outweigh it
   * @param rules journalled and not yet seen by the rules
   */
  record Waiting(long store, long rules) {}

  /** By process; the generator is this one. */
  record Split(Usage broker, Usage server, Usage database, Usage generator) {
    Split since(Split before) {
      return new Split(
          since(broker, before.broker),
          since(server, before.server),
          since(database, before.database),
          since(generator, before.generator));
    }

    private static Usage since(Usage now, Usage before) {
      return new Usage(now.cpuSeconds() - before.cpuSeconds(), now.peakMegabytes());
    }
  }

  double messagesPerSecond() {
    return sent / seconds;
  }

  /** Values that were published and not yet stored when the publishing ended. */
  long behind() {
    return Math.max(0, waiting.store());
  }

  void tell(Figures figures) {
    figures.add("messages per second, wanted", rate, "/s");
    figures.add("messages per second, published", messagesPerSecond(), "/s");
    figures.add(
        "values per second, stored", (sent * IngestLoad.VALUES - waiting.store()) / seconds, "/s");
    figures.add("values behind at the end", behind(), "");
    figures.add("values the rules had not seen then", waiting.rules(), "");
    latencies.tell("published to stored", figures);
    tell(split, seconds, figures);
  }

  /** What each process took. */
  static void tell(Split split, double seconds, Figures figures) {
    tell("broker", split.broker(), seconds, figures);
    tell("server", split.server(), seconds, figures);
    tell("database", split.database(), seconds, figures);
    tell("generator", split.generator(), seconds, figures);
  }

  private static void tell(String who, Usage usage, double seconds, Figures figures) {
    figures.add("CPU, " + who, usage.cpuSeconds() / seconds, "cores");
    figures.add("peak RSS, " + who, usage.peakMegabytes(), "MB");
  }
}
