/** MQTT in, by Eclipse Paho: connections that heal, and acknowledgements that wait for the disk. */
@NullMarked
package wuchang.ingest.mqtt;

import org.jspecify.annotations.NullMarked;
