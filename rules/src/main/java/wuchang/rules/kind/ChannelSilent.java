package wuchang.rules.kind;

import java.time.Instant;
import wuchang.domain.finding.Evidence;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Metric;
import wuchang.domain.reading.Observation;
import wuchang.rules.kernel.Ensemble;
import wuchang.rules.kernel.Kind;
import wuchang.rules.kernel.Verdict;

/**
 * Nothing comes through a gateway, or from a whole site: no device of it sends anything, good or
 * bad. Where enough of them speak by the clock, silence alone is wrong, from the last message on;
 * where they speak on events only, the gateway must have said, or its last will for it, that it is
 * offline.
 *
 * @param devices how many devices are heard
 * @param byClock whether silence alone is wrong
 */
public record ChannelSilent(int devices, boolean byClock) implements Kind<ChannelSilent.Heard> {
  private static final long NOT = Long.MIN_VALUE;

  /** When the last sign of life came, and since when it has been said to be offline after it. */
  public record Heard(long sign, long offline) {}

  @Override
  public Heard blank(long from) {
    return new Heard(from, NOT);
  }

  @Override
  public boolean wants(Metric metric) {
    return true;
  }

  @Override
  public boolean wants(GateEvent.What what) {
    return true;
  }

  @Override
  public boolean wantsBad() {
    return true;
  }

  @Override
  public boolean isSilence() {
    return true;
  }

  @Override
  public boolean holdsForever() {
    return true;
  }

  @Override
  public Heard remember(Heard heard, Observation observation) {
    long at = observation.time().toEpochMilli();
    if (!Ensemble.isOffline(observation)) {
      return new Heard(at, NOT);
    }
    return heard.offline() == NOT ? new Heard(heard.sign(), at) : heard;
  }

  @Override
  public Verdict verdict(Heard heard, long at) {
    if (!byClock && heard.offline() == NOT) {
      return Verdict.RIGHT;
    }
    return at == since(heard, at) ? Verdict.RENEWED : Verdict.WRONG;
  }

  @Override
  public long since(Heard heard, long at) {
    return byClock ? heard.sign() : heard.offline();
  }

  @Override
  public Evidence evidence(Heard heard, long at) {
    return Evidence.NONE
        .with("last_heard", Instant.ofEpochMilli(heard.sign()))
        .with("devices", (long) devices);
  }
}
