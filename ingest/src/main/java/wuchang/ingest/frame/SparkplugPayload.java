package wuchang.ingest.frame;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The protobuf payload of Sparkplug B, as far as readings need it: metrics with a name or an alias,
 * a time and a value that is a number, a boolean or a text. Other fields are passed over.
 *
 * @param time epoch milliseconds
 */
public record SparkplugPayload(OptionalLong time, List<Metric> metrics) {
  private static final int MOST_METRICS = 10_000;

  /**
   * One value.
   *
   * @param alias stands for the name that the birth gave it
   * @param value a {@link Double}, {@link Boolean} or {@link String}; empty when it is null or of
   *     another kind
   */
  public record Metric(
      Optional<String> name,
      OptionalLong alias,
      OptionalLong time,
      boolean historical,
      boolean isNull,
      Optional<Object> value) {}

  public SparkplugPayload {
    metrics = List.copyOf(metrics);
  }

  public static SparkplugPayload read(byte[] payload) throws Unreadable {
    try {
      return read(CodedInputStream.newInstance(payload));
    } catch (IOException | IllegalArgumentException e) {
      throw Unreadable.frame("no Sparkplug B payload: " + e.getMessage());
    }
  }

  private static SparkplugPayload read(CodedInputStream in) throws IOException, Unreadable {
    OptionalLong time = OptionalLong.empty();
    List<Metric> metrics = new ArrayList<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case 1 << 3 -> time = OptionalLong.of(in.readUInt64());
        case 2 << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> {
          int limit = in.pushLimit(in.readRawVarint32());
          metrics.add(new Parts().read(in));
          in.popLimit(limit);
        }
        default -> in.skipField(tag);
      }
      if (metrics.size() > MOST_METRICS) {
        throw Unreadable.frame("more than " + MOST_METRICS + " metrics");
      }
    }
    return new SparkplugPayload(time, metrics);
  }

  /** A metric while its fields come in, in whatever order. */
  private static final class Parts {
    private static final int INT8 = 1;
    private static final int INT16 = 2;
    private static final int INT32 = 3;

    private Optional<String> name = Optional.empty();
    private OptionalLong alias = OptionalLong.empty();
    private OptionalLong time = OptionalLong.empty();
    private int type;
    private boolean historical;
    private boolean isNull;
    private Optional<Object> value = Optional.empty();
    private OptionalLong whole = OptionalLong.empty();

    Metric read(CodedInputStream in) throws IOException {
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        field(in, tag);
      }
      whole.ifPresent(bits -> value = Optional.of((double) signed(bits)));
      return new Metric(name, alias, time, historical, isNull, isNull ? Optional.empty() : value);
    }

    private void field(CodedInputStream in, int tag) throws IOException {
      switch (tag) {
        case 1 << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> name = Optional.of(in.readString());
        case 2 << 3 -> alias = OptionalLong.of(in.readUInt64());
        case 3 << 3 -> time = OptionalLong.of(in.readUInt64());
        case 4 << 3 -> type = in.readUInt32();
        case 5 << 3 -> historical = in.readBool();
        case 7 << 3 -> isNull = in.readBool();
        case 10 << 3 -> whole = OptionalLong.of(in.readUInt32() & 0xFFFF_FFFFL);
        case 11 << 3 -> whole = OptionalLong.of(in.readUInt64());
        case 12 << 3 | WireFormat.WIRETYPE_FIXED32 -> value = Optional.of((double) in.readFloat());
        case 13 << 3 | WireFormat.WIRETYPE_FIXED64 -> value = Optional.of(in.readDouble());
        case 14 << 3 -> value = Optional.of(in.readBool());
        case 15 << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> value = Optional.of(in.readString());
        default -> in.skipField(tag);
      }
    }

    /** Signed numbers travel as the bits of unsigned ones. */
    private long signed(long bits) {
      return switch (type) {
        case INT8 -> (byte) bits;
        case INT16 -> (short) bits;
        case INT32 -> (int) bits;
        default -> bits;
      };
    }
  }
}
