package wuchang.embedded.broker;

import static org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * Artemis as Wuchang wants it: a journal that is forced before anything is acknowledged, little
 * memory, and nothing but MQTT.
 */
final class BrokerSettings {
  static final String ACCEPTOR = "mqtt";

  private static final SimpleString NOWHERE = SimpleString.of("$nowhere");

  /** How long a lone message may wait for company before both are forced together. */
  private static final int FORCE_NANOS = 200_000;

  private static final int PAGE_BYTES = 1 << 20;

  /** Below this it takes no message in, so that what it needs for those it has finds room. */
  static final long MIN_DISK_FREE = 64L << 20;

  private static final int LOOK_AT_DISK_MILLIS = 1_000;
  private static final int LARGEST_PACKET = 4 << 20;
  private static final int SESSION_EXPIRY_SECONDS = 7 * 24 * 3600;

  private BrokerSettings() {}

  static Configuration of(BrokerConfig config) throws IOException {
    Configuration artemis = new ConfigurationImpl();
    artemis.setName("wuchang");
    artemis.setJMXManagementEnabled(false);
    artemis.setMessageCounterEnabled(false);
    artemis.setCriticalAnalyzer(false); // it would stop the whole process
    artemis.setSecurityEnabled(true);
    artemis.setAuthenticationCacheSize(0); // the client id must be looked at every time
    artemis.setAuthorizationCacheSize(0);
    artemis.setClusterPassword(UUID.randomUUID().toString()); // else a name everybody knows
    artemis.setThreadPoolMaxSize(16);
    artemis.setScheduledThreadPoolMaxSize(2);
    // Topics are addresses as they stand; nothing has to be converted or escaped.
    artemis.setWildCardConfiguration(
        new WildcardConfiguration().setDelimiter('/').setAnyWords('#').setSingleWord('+'));
    keepOnDisk(artemis, config);
    artemis.addAddressSetting("#", addresses());
    artemis.addAcceptorConfiguration(acceptor(config));
    return artemis;
  }

  private static void keepOnDisk(Configuration artemis, BrokerConfig config) {
    Path directory = config.directory().toAbsolutePath();
    artemis.setPersistenceEnabled(true);
    artemis.setJournalType(JournalType.NIO); // the other kinds need native code
    artemis.setJournalSyncTransactional(true);
    artemis.setJournalSyncNonTransactional(true);
    artemis.setJournalDatasync(true);
    artemis.setJournalPoolFiles(4);
    artemis.setJournalBufferTimeout_NIO(FORCE_NANOS);
    artemis.setJournalDirectory(directory.resolve("journal").toString());
    artemis.setBindingsDirectory(directory.resolve("bindings").toString());
    artemis.setPagingDirectory(directory.resolve("pages").toString());
    artemis.setLargeMessagesDirectory(directory.resolve("large").toString());
    artemis.setJournalLockAcquisitionTimeout(1_000);
    artemis.setGlobalMaxSize(config.memoryBytes());
    artemis.setMaxDiskUsage(-1); // a share of a big disk says nothing
    artemis.setMinDiskFree(MIN_DISK_FREE);
    artemis.setDiskScanPeriod(LOOK_AT_DISK_MILLIS);
  }

  private static AddressSettings addresses() {
    return new AddressSettings()
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        .setPageSizeBytes(PAGE_BYTES)
        .setMaxReadPageBytes(2 * PAGE_BYTES)
        .setPrefetchPageBytes(PAGE_BYTES)
        // Never give a message up: ten deliveries are ten reconnects while our disk is full.
        .setMaxDeliveryAttempts(-1)
        .setRedeliveryDelay(0)
        // An acknowledged message is kept, whatever expiry the publisher asked for.
        .setNoExpiry(true)
        // Neither is ever used; without them Artemis warns at every subscription.
        .setDeadLetterAddress(NOWHERE)
        .setExpiryAddress(NOWHERE)
        .setAutoCreateAddresses(true)
        .setAutoDeleteAddresses(true)
        .setAutoDeleteAddressesDelay(3_600_000)
        .setEnableMetrics(false);
  }

  private static TransportConfiguration acceptor(BrokerConfig config) throws IOException {
    Map<String, Object> params = new HashMap<>();
    params.put(HOST_PROP_NAME, config.host());
    params.put(PORT_PROP_NAME, config.port());
    params.put(PROTOCOLS_PROP_NAME, "MQTT");
    params.put(AUTO_START, false); // opened when the standing subscriptions are there
    params.put(USE_EPOLL_PROP_NAME, false); // as everywhere: no native code
    params.put(USE_KQUEUE_PROP_NAME, false);
    params.put("remotingThreads", 2);
    if (config.tls().isPresent()) {
      params.put(SSL_ENABLED_PROP_NAME, true);
      params.put(KEYSTORE_TYPE_PROP_NAME, "PEMCFG");
      params.put(KEYSTORE_PATH_PROP_NAME, pemConfig(config, config.tls().get()));
    }
    Map<String, Object> mqtt = new HashMap<>();
    mqtt.put("maximumPacketSize", LARGEST_PACKET);
    mqtt.put("defaultMqttSessionExpiryInterval", SESSION_EXPIRY_SECONDS);
    return new TransportConfiguration(NettyAcceptorFactory.class.getName(), params, ACCEPTOR, mqtt);
  }

  private static String pemConfig(BrokerConfig config, BrokerTls tls) throws IOException {
    String text = "source.cert=%s%nsource.key=%s%n";
    Path file = config.directory().resolve("tls.pemcfg");
    Files.writeString(file, text.formatted(readable(tls.certificate()), readable(tls.key())));
    return file.toAbsolutePath().toString();
  }

  private static Path readable(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException("«" + file + "» is needed for TLS and cannot be read");
    }
    return file.toAbsolutePath();
  }
}
