package wuchang.ingest.format;

import java.util.ArrayList;
import java.util.List;
import wuchang.ingest.frame.Cjt188;
import wuchang.ingest.frame.Dlt645;
import wuchang.ingest.frame.MeterFrame;
import wuchang.ingest.frame.Unreadable;

/** Meters' frames as transparent RS-485 units pass them on: bytes, or hexadecimal text. */
final class Meters implements Format {
  /** Splits a payload into frames. */
  private interface Frames {
    List<MeterFrame> read(byte[] payload) throws Unreadable;
  }

  private final String name;
  private final Frames frames;

  private Meters(String name, Frames frames) {
    this.name = name;
    this.frames = frames;
  }

  static Meters dlt645() {
    return new Meters("dlt645", Dlt645::read);
  }

  static Meters cjt188() {
    return new Meters("cjt188", Cjt188::read);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> topics() {
    return List.of(name + "/#");
  }

  @Override
  public Heard read(Message message) throws Unreadable {
    List<Said> said = new ArrayList<>();
    for (MeterFrame frame : frames.read(message.payload())) {
      if (!frame.values().isEmpty()) {
        String brief = frame.address().replaceFirst("^0+(?=.)", "");
        Thing thing = Thing.named(frame.address(), brief);
        said.add(new Said.Values(thing, When.UNSAID, frame.values()));
      }
    }
    return Heard.of(said);
  }
}
