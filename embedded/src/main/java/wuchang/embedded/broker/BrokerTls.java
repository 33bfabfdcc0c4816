package wuchang.embedded.broker;

import java.nio.file.Path;

/**
 * The broker's certificate (with its chain) and private key (PKCS#8, not encrypted), both in PEM.
 */
public record BrokerTls(Path certificate, Path key) {}
