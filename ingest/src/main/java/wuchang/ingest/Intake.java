package wuchang.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.BookEntry;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.domain.site.Site;
import wuchang.ingest.Roster.Feed;
import wuchang.ingest.format.Formats;
import wuchang.ingest.profile.Profiles;

/**
 * Makes observations of messages; a decoder is chosen by the topic. Whatever comes, the answer is a
 * value: nothing that a device sends is an exception. Time comes with the message. Safe for use by
 * several threads.
 */
public final class Intake {
  /** The label of a message that no decoder was found for. */
  static final String UNKNOWN = "unknown";

  static final String NATIVE = "native";
  static final String THINGSBOARD = "thingsboard";

  private static final String GATEWAY_TOPIC = "v1/gateway/telemetry";
  private static final String NAMELESS_TOPIC = "v1/devices/me/telemetry";
  private static final String NAMELESS_SHORT = "v2/t";
  private static final String ME = "$me";

  private final Supplier<Site> site;
  private final Formats formats = new Formats();
  private final Profiles profiles = Profiles.shipped();
  private volatile Roster roster;
  private Foreign foreign;

  /**
   * @param site the site as it is configured at the moment
   */
  public Intake(Supplier<Site> site) {
    this.site = site;
    this.roster = new Roster(site.get());
    this.foreign = new Foreign(roster, formats, profiles);
  }

  /** The topic filters that a site needs besides the native ones: those its sources speak on. */
  public static List<String> topicsOf(Site site) {
    return Listening.topics(site);
  }

  /**
   * The topic that ThingsBoard's {@code v1/devices/me/telemetry} becomes when its sender is known.
   * No broker's user can publish there; whoever hands the message over writes it.
   */
  public static String topicOf(String user) {
    return "wuchang/" + ME + "/" + user + "/telemetry";
  }

  public Decoded decode(String topic, byte[] payload, boolean retained, Instant arrived) {
    return decode(Incoming.of(topic, payload, retained, arrived));
  }

  public Decoded decode(Incoming incoming) {
    Harvest harvest = new Harvest(incoming);
    if (incoming.isTooLarge()) {
      String detail = incoming.wholeBytes() + " bytes, over " + Incoming.MOST_BYTES;
      return refused(harvest, UNKNOWN, Reason.TOO_LARGE, detail);
    }
    String topic = incoming.topic();
    String[] levels = topic.split("/", -1);
    boolean oneDevice = levels.length == 4 && levels[0].equals("wuchang");
    boolean natives =
        oneDevice || Set.of(GATEWAY_TOPIC, NAMELESS_TOPIC, NAMELESS_SHORT).contains(topic);
    if (!natives) {
      return foreign(harvest);
    }
    if (incoming.isBlank()) {
      return refused(harvest, UNKNOWN, Reason.EMPTY, "the payload is empty");
    }
    return switch (topic) {
      case GATEWAY_TOPIC -> ofAGateway(harvest, roster());
      case NAMELESS_TOPIC, NAMELESS_SHORT -> nameless(harvest);
      default -> ofOneDevice(harvest, roster(), levels);
    };
  }

  /** One at a time, for some formats remember what they were told. */
  private Decoded foreign(Harvest harvest) {
    Roster known = roster();
    synchronized (formats) {
      if (foreign.site() != known.site()) {
        foreign = new Foreign(known, formats, profiles);
      }
      return foreign.read(harvest);
    }
  }

  private static Decoded nameless(Harvest harvest) {
    String detail = "this topic names no device, and only the embedded broker knows who sent it";
    return refused(harvest, THINGSBOARD, Reason.NO_IDENTITY, detail);
  }

  private static Decoded ofOneDevice(Harvest harvest, Roster known, String[] levels) {
    boolean events = levels[3].equals("event");
    if (!events && !levels[3].equals("telemetry")) {
      String detail = "expected telemetry or event, found " + Legible.quoted(levels[3]);
      return refused(harvest, NATIVE, Reason.UNKNOWN_TOPIC, detail);
    }
    boolean me = levels[1].equals(ME);
    if (!me && !levels[1].equals(known.site().id().value())) {
      String detail = "the site is " + known.site().id() + ", not " + Legible.quoted(levels[1]);
      return refused(harvest, NATIVE, Reason.UNKNOWN_SITE, detail);
    }
    if (events && levels[2].equals(BookEntry.SITE.value())) {
      Json.read(harvest, Optional.empty()).ifPresent(root -> records(harvest, root, known));
      return harvest.as(NATIVE);
    }
    List<Feed> feeds = me ? known.thingsBoard(levels[2]) : known.natives(levels[2]);
    feeds.forEach(feed -> read(harvest, feed, events, known));
    if (feeds.isEmpty()) {
      harvest.stranger(levels[2]);
    }
    return harvest.as(me ? THINGSBOARD : NATIVE);
  }

  private static void read(Harvest harvest, Feed feed, boolean events, Roster known) {
    DeviceId device = feed.device().id();
    Optional<JsonNode> root = Json.read(harvest, Optional.of(device));
    if (events) {
      root.ifPresent(r -> new GateEvents(harvest, retention(known)).read(r, device));
    } else {
      root.ifPresent(r -> new Telemetry(harvest, retention(known), false).read(r, feed));
    }
  }

  /** What is written down about no device in particular; nothing else can happen there. */
  private static void records(Harvest harvest, JsonNode root, Roster known) {
    Element.each(
        root,
        BookEntry.SITE,
        harvest,
        object -> {
          String event = object.path("event").asText();
          if (event.startsWith(Notes.EVENT)) {
            new Notes(harvest, retention(known)).read(object, event, BookEntry.SITE);
          } else {
            String detail =
                Legible.quoted(event) + " is no record, and only records are of no device";
            harvest.refuse(Reason.UNKNOWN_EVENT, Optional.empty(), detail);
          }
        });
  }

  private static Decoded ofAGateway(Harvest harvest, Roster known) {
    Optional<JsonNode> root = Json.read(harvest, Optional.empty());
    if (root.isPresent() && !root.get().isObject()) {
      String detail = "expected an object of devices, found " + Element.seen(root.get());
      return refused(harvest, THINGSBOARD, Reason.MALFORMED, detail);
    }
    root.ifPresent(devices -> readEach(devices, harvest, known));
    return harvest.as(THINGSBOARD);
  }

  private static void readEach(JsonNode devices, Harvest harvest, Roster known) {
    Telemetry telemetry = new Telemetry(harvest, retention(known), true);
    for (Map.Entry<String, JsonNode> each : devices.properties()) {
      List<Feed> feeds = known.thingsBoard(each.getKey());
      feeds.forEach(feed -> telemetry.read(each.getValue(), feed));
      if (feeds.isEmpty()) {
        harvest.stranger(each.getKey());
      }
    }
  }

  private Roster roster() {
    Site now = site.get();
    Roster known = roster;
    if (known.site() != now) {
      known = new Roster(now);
      roster = known;
    }
    return known;
  }

  private static Duration retention(Roster known) {
    return known.site().retention().raw();
  }

  private static Decoded refused(Harvest harvest, String format, Reason reason, String detail) {
    harvest.refuse(reason, Optional.empty(), detail);
    return harvest.as(format);
  }
}
