package wuchang.domain;

/** The id of a device, unique in its site. */
public record DeviceId(String value) implements Comparable<DeviceId> {
  public DeviceId {
    Identifier.checked("device id", value);
  }

  public static DeviceId of(String value) {
    return new DeviceId(value);
  }

  @Override
  public int compareTo(DeviceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
