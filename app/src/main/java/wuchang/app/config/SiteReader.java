package wuchang.app.config;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import wuchang.app.config.yaml.Form;
import wuchang.app.config.yaml.Section;
import wuchang.domain.Profile;
import wuchang.domain.SiteId;
import wuchang.domain.Text;

/** The section {@code site}: who and where the canteen is, and whose limits are in force. */
final class SiteReader {
  /** What the section says; the other sections make a site of it. */
  record Head(SiteId id, Text name, ZoneId zone, Profile profile, int diners) {
    /** Stands in for one with a fault while the rest of the file is read. */
    static final Head UNKNOWN =
        new Head(SiteId.of("unknown"), Text.same("unknown"), ZoneOffset.UTC, Profile.CN, 0);
  }

  static final Form<Head> FORM = Form.section("the site with its id", SiteReader::head);

  private static final Form<Profile> PROFILE =
      Form.word(
          "profile",
          Arrays.stream(Profile.values()).map(Profile::name).toList(),
          SiteReader::profile);
  private static final ZoneId HOME = ZoneId.of("Asia/Shanghai");

  private SiteReader() {}

  private static Optional<Head> head(Section site) {
    Optional<SiteId> id = site.need("id", As.id(SiteId::of));
    Optional<Text> name = site.get("name", As.NAME);
    Profile profile = site.get("profile", PROFILE, Profile.CN);
    Optional<ZoneId> zone = zone(site, profile);
    int diners = site.get("diners", As.count(0, 1_000_000), 0);
    return id.flatMap(
        i -> zone.map(z -> new Head(i, name.orElse(Text.same(i.value())), z, profile, diners)));
  }

  /** All of China has one time; elsewhere a default would be wrong without anybody noticing. */
  private static Optional<ZoneId> zone(Section site, Profile profile) {
    return profile == Profile.CN
        ? Optional.of(site.get("timezone", When.ZONE, HOME))
        : site.need("timezone", When.ZONE);
  }

  private static Optional<Profile> profile(String word) {
    return Arrays.stream(Profile.values()).filter(p -> p.name().equals(word)).findFirst();
  }
}
