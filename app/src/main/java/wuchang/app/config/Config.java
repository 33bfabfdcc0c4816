package wuchang.app.config;

import java.nio.file.Path;
import wuchang.domain.site.Site;

/**
 * All that {@code wuchang.yaml} says: the site as the stages know it, and what only the wiring
 * needs to know. Paths are absolute.
 *
 * @param data the directory of the journal and of all else that is kept on local disk
 */
public record Config(
    Site site, BrokerSettings broker, StorageSettings storage, HttpSettings http, Path data) {}
