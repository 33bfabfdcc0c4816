package wuchang.app;

import java.util.function.Supplier;
import wuchang.domain.site.Site;

/** The site as configured now; everybody asks here each time, and a reload replaces it whole. */
final class SiteInForce implements Supplier<Site> {
  private volatile Site site;

  SiteInForce(Site site) {
    this.site = site;
  }

  @Override
  public Site get() {
    return site;
  }

  void replace(Site changed) {
    site = changed;
  }
}
