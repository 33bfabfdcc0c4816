package wuchang.ingest;

import com.code_intelligence.jazzer.junit.FuzzTest;
import wuchang.ingest.DecoderTargets.Target;

/**
 * No payload is an exception, and none makes an observation that could not be stored. Looks for one
 * that does, led by coverage: see docs/devices.md. Not a part of the build, where {@link
 * DecoderCorpusTest} repeats the inputs that were found.
 */
class DecoderFuzz {
  private static final String DURATION = "45s";

  private final DecoderTargets targets = new DecoderTargets();

  @FuzzTest(maxDuration = DURATION)
  void telemetry(byte[] payload) {
    targets.decode(new Target("telemetry"), payload);
  }

  @FuzzTest(maxDuration = DURATION)
  void events(byte[] payload) {
    targets.decode(new Target("events"), payload);
  }

  @FuzzTest(maxDuration = DURATION)
  void gateway(byte[] payload) {
    targets.decode(new Target("gateway"), payload);
  }

  @FuzzTest(maxDuration = DURATION)
  void chirpstack(byte[] payload) {
    targets.decode(new Target("chirpstack"), payload);
  }

  @FuzzTest(maxDuration = DURATION)
  void thingsStack(byte[] payload) {
    targets.decode(new Target("thingsStack"), payload);
  }

  @FuzzTest(maxDuration = DURATION)
  void zigbee2mqtt(byte[] payload) {
    targets.decode(new Target("zigbee2mqtt"), payload);
  }

  @FuzzTest(maxDuration = DURATION)
  void tasmota(byte[] payload) {
    targets.decode(new Target("tasmota"), payload);
  }

  @FuzzTest(maxDuration = DURATION)
  void shelly(byte[] payload) {
    targets.decode(new Target("shelly"), payload);
  }

  @FuzzTest(maxDuration = DURATION)
  void neuron(byte[] payload) {
    targets.decode(new Target("neuron"), payload);
  }

  @FuzzTest(maxDuration = DURATION)
  void hikvision(byte[] payload) {
    targets.decode(new Target("hikvision"), payload);
  }

  @FuzzTest(maxDuration = DURATION)
  void dahua(byte[] payload) {
    targets.decode(new Target("dahua"), payload);
  }

  @FuzzTest(maxDuration = DURATION)
  void dlt645(byte[] payload) {
    targets.decode(new Target("dlt645"), payload);
  }

  @FuzzTest(maxDuration = DURATION)
  void cjt188(byte[] payload) {
    targets.decode(new Target("cjt188"), payload);
  }

  @FuzzTest(maxDuration = DURATION)
  void json(byte[] payload) {
    targets.decode(new Target("json"), payload);
  }

  @FuzzTest(maxDuration = DURATION)
  void radioBytes(byte[] payload) {
    targets.decode(new Target("radioBytes"), payload);
  }

  @FuzzTest(maxDuration = DURATION)
  void sparkplug(byte[] payload) {
    targets.decode(new Target("sparkplug"), payload);
  }

  @FuzzTest(maxDuration = DURATION)
  void homeAssistant(byte[] payload) {
    targets.decode(new Target("homeAssistant"), payload);
  }
}
