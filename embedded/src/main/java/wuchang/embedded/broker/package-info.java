/** The MQTT broker that can run inside Wuchang: Apache Artemis, closed to strangers. */
@NullMarked
package wuchang.embedded.broker;

import org.jspecify.annotations.NullMarked;
