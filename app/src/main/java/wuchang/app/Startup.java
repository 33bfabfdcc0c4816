package wuchang.app;

import wuchang.app.config.Config;
import wuchang.app.config.Outcome;
import wuchang.rules.catalogue.Catalogue;

/**
 * What a server is started with.
 *
 * @param again reads the configuration anew, for a reload
 */
public record Startup(
    Config config,
    SystemClock clock,
    Catalogue catalogue,
    java.util.function.Supplier<Outcome> again) {}
