package wuchang.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wuchang.domain.DeviceId;
import wuchang.domain.reading.GateEvent;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.domain.site.Site;
import wuchang.domain.site.Source;
import wuchang.ingest.Roster.Feed;
import wuchang.ingest.format.Format;
import wuchang.ingest.format.Formats;
import wuchang.ingest.format.Heard;
import wuchang.ingest.format.Message;
import wuchang.ingest.format.Radio;
import wuchang.ingest.format.Said;
import wuchang.ingest.format.Thing;
import wuchang.ingest.frame.RadioDecoder;
import wuchang.ingest.frame.Unreadable;
import wuchang.ingest.profile.Profile;
import wuchang.ingest.profile.Profiles;

/**
 * Reads the formats of devices on the market: the format tells which thing said what, the roster
 * which devices that feeds, and profile or map where each metric stands.
 */
final class Foreign {
  private static final int LONGEST_ID = 128;
  private static final int LONGEST_DETAIL = 300;

  private final Roster roster;
  private final Listening listening;
  private final Profiles shipped;
  private final Map<Source, Profile> profiles = new HashMap<>();

  Foreign(Roster roster, Formats formats, Profiles shipped) {
    this.roster = roster;
    this.listening = new Listening(roster.site(), formats);
    this.shipped = shipped;
  }

  Site site() {
    return roster.site();
  }

  Decoded read(Harvest harvest) {
    List<Listening.Ear> ears = listening.of(harvest.incoming().topic());
    if (ears.isEmpty()) {
      harvest.refuse(Reason.UNKNOWN_TOPIC, Optional.empty(), "no format has such a topic");
      return harvest.as(Intake.UNKNOWN);
    }
    for (Listening.Ear ear : ears) {
      read(harvest, ear);
    }
    return harvest.as(ears.get(0).format().name());
  }

  private void read(Harvest harvest, Listening.Ear ear) {
    Incoming incoming = harvest.incoming();
    Format format = ear.format();
    if (incoming.isBlank() && !incoming.topic().endsWith("/config")) {
      harvest.refuse(Reason.EMPTY, anyOn(format, incoming.topic()), "the payload is empty");
      return;
    }
    try {
      Heard heard =
          ear.format()
              .read(
                  new Message(
                      incoming.topic(),
                      ear.filter(),
                      incoming.payload(),
                      incoming.arrived(),
                      site().zone()));
      harvest.heard(heard);
      for (Said said : heard.said()) {
        take(harvest, format, said);
      }
    } catch (Unreadable e) {
      String detail = Legible.text(e.detail(), LONGEST_DETAIL);
      harvest.refuse(e.reason(), anyOn(format, incoming.topic()), detail);
    }
  }

  /** The device that is probably meant by a payload that cannot be read. */
  private Optional<DeviceId> anyOn(Format format, String topic) {
    Thing levels = new Thing(List.of(topic.split("/", -1)), Optional.empty(), true);
    Set<Feed> feeds = roster.feeds(format, levels, topic);
    return feeds.stream().findFirst().map(feed -> feed.device().id());
  }

  private void take(Harvest harvest, Format format, Said said) {
    Set<Feed> feeds = roster.feeds(format, said.thing(), harvest.incoming().topic());
    if (feeds.isEmpty()) {
      unknown(harvest, format, said);
      return;
    }
    harvest.understood();
    for (Feed feed : feeds) {
      if (said instanceof Said.Values values) {
        mapped(harvest, feed).read(values);
      } else if (said instanceof Said.Uplink up) {
        uplink(harvest, feed, up);
      } else if (said instanceof Said.Happening happening) {
        happening(harvest, feed, happening);
      } else if (said instanceof Said.Fault fault) {
        String detail = Legible.text(fault.detail(), LONGEST_DETAIL);
        harvest.refuse(fault.reason(), Optional.of(feed.device().id()), detail);
      }
    }
  }

  private static void unknown(Harvest harvest, Format format, Said said) {
    Thing thing = said.thing();
    if (thing.quiet() || thing.names().isEmpty()) {
      harvest.understood();
    } else if (said instanceof Said.Offer offer) {
      harvest.offer(thing.names().get(0), format.name(), offer.source());
    } else {
      harvest.stranger(thing.names().get(0), format.name(), "");
    }
  }

  private Mapped mapped(Harvest harvest, Feed feed) {
    Source source = feed.source();
    Profile profile = profiles.computeIfAbsent(source, s -> shipped.of(s.format()).with(s.map()));
    return new Mapped(harvest, feed.device(), profile, site().retention().raw());
  }

  private void uplink(Harvest harvest, Feed feed, Said.Uplink up) {
    Optional<RadioDecoder> decoder =
        feed.source().model().or(up.thing()::model).flatMap(shipped::decoder);
    if (!Radio.isDecoded(up) && decoder.isEmpty() && up.bytes().length > 0) {
      String detail =
          "its network has no codec for it; set one up there, or give the source a model: one of ";
      harvest.refuse(
          Reason.UNKNOWN_FORMAT,
          Optional.of(feed.device().id()),
          detail + String.join(" ", shipped.models()));
      return;
    }
    try {
      Mapped mapped = mapped(harvest, feed);
      Radio.values(up, decoder).forEach(mapped::read);
    } catch (Unreadable e) {
      harvest.refuse(e.reason(), Optional.of(feed.device().id()), e.detail());
    }
  }

  private void happening(Harvest harvest, Feed feed, Said.Happening said) {
    DeviceId device = feed.device().id();
    Said.Who who = said.who();
    if (!Legible.isFit(who.person(), LONGEST_ID) || !Legible.isFit(who.card(), LONGEST_ID)) {
      String detail = "person or card is longer than 128 characters or not printable";
      harvest.refuse(Reason.BAD_VALUE, Optional.of(device), detail);
      return;
    }
    Mapped.stamp(harvest, device, said.when(), site().retention().raw())
        .ifPresent(
            stamp ->
                harvest.event(
                    new GateEvent(
                        device,
                        stamp.time(),
                        said.what(),
                        who.person(),
                        who.card(),
                        said.direction(),
                        who.method(),
                        Legible.text(said.reason(), LONGEST_ID),
                        stamp.provenance(),
                        harvest.incoming().arrived())));
  }
}
