package wuchang.simulators.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Whom to trust: the authorities of one PEM file and no others. */
final class Trust {
  private Trust() {}

  /**
   * Makes TLS sockets that trust these.
   *
   * @throws BrokerRefused naming the file when it cannot be used
   */
  static SSLSocketFactory inPem(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Certificate ca : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        trusted.setCertificateEntry("ca-" + trusted.size(), ca);
      }
      if (trusted.size() == 0) {
        throw new BrokerRefused(file + " holds no certificate; expected a PEM file of authorities");
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException | IOException e) {
      throw new BrokerRefused(file + " is no PEM file of authorities: " + e.getMessage(), e);
    }
  }
}
