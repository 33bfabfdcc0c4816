package wuchang.console.http;

import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;
import wuchang.console.access.Account;
import wuchang.domain.AreaId;
import wuchang.domain.alert.Alert;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;

/** What of the site whoever asks may see: a contractor its own areas, everybody else all of it. */
final class Sight {
  private final Account reader;
  private final Site site;

  private Sight(Account reader, Site site) {
    this.reader = reader;
    this.site = site;
  }

  static Sight of(RoutingContext ctx, Supplier<Site> site) {
    return new Sight(Doorkeeper.known(ctx).account(), site.get());
  }

  Site site() {
    return site;
  }

  boolean sees(AreaId area) {
    return reader.sees(area, site);
  }

  Alert checked(Alert alert) {
    check(alert.area());
    return alert;
  }

  Device checked(Device device) {
    check(device.area());
    return device;
  }

  private void check(AreaId area) {
    if (!sees(area)) {
      throw Doorkeeper.notAllowed("area " + area + " is not one of yours");
    }
  }
}
