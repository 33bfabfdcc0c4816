package wuchang.app.kernel;

import net.jqwik.api.PropertyDefaults;

/** The laws tried at length: {@code mvn test -Pproperties}. */
@PropertyDefaults(tries = 1000)
class ThousandLives extends CatalogueLaws {}
