package wuchang.app.kernel;

import net.jqwik.api.PropertyDefaults;

/** Each kind of device three times or so; {@code -Pproperties} tries a thousand lives. */
@PropertyDefaults(tries = 39)
class CatalogueProperties extends CatalogueLaws {}
