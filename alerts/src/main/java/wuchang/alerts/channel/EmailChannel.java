package wuchang.alerts.channel;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import wuchang.alerts.channel.Receipt.Accepted;
import wuchang.domain.Language;
import wuchang.domain.site.ChannelPlan;

/**
 * A plain e-mail over SMTP. The message's id is made from the notification, so that one that is
 * sent twice is shown once. A password goes over TLS only, but to this machine itself.
 */
public final class EmailChannel implements Channel {
  private static final int MOST_BYTES = 16 * 1024;

  private final Session session;
  private final InternetAddress from;
  private final InternetAddress[] to;
  private final Language language;
  private final Executor blocking;

  /**
   * @param blocking runs what waits for the mail server
   * @throws IllegalArgumentException naming the channel and what was expected; no password is
   *     repeated
   */
  EmailChannel(ChannelPlan plan, Executor blocking) {
    URI url =
        plan.url()
            .filter(u -> u.getHost() != null)
            .orElseThrow(() -> unfit(plan, "url", "smtp://host:port or smtps://host:port"));
    this.session = session(plan, url);
    this.from = addresses(plan, "from")[0];
    this.to = addresses(plan, "to");
    this.language = Language.of(plan.options().getOrDefault("lang", "zh"));
    this.blocking = blocking;
  }

  @Override
  public CompletionStage<Receipt> send(Message message) {
    return CompletableFuture.supplyAsync(() -> deliver(message), blocking);
  }

  private Receipt deliver(Message message) {
    try {
      Transport.send(mail(message));
      return new Accepted("SMTP 250");
    } catch (MessagingException e) {
      return SmtpFailure.receipt(e);
    }
  }

  private MimeMessage mail(Message message) throws MessagingException {
    MimeMessage mail = new Identified(session, message, from);
    mail.setFrom(from);
    mail.setRecipients(jakarta.mail.Message.RecipientType.TO, to);
    mail.setSubject(PlainText.title(message, language), StandardCharsets.UTF_8.name());
    mail.setText(PlainText.of(message, language, MOST_BYTES), StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(message.at()));
    mail.setHeader("Auto-Submitted", "auto-generated");
    return mail;
  }

  /** A mail whose id does not change when it is made again. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, Message message, InternetAddress from) {
      super(session);
      String address = from.getAddress();
      this.id =
          "<%s.%s.%s@%s>"
              .formatted(
                  message.alert().id(),
                  message.step().replaceAll("[^A-Za-z0-9]", "-"),
                  message.channel().replace(':', '-'),
                  address.substring(address.indexOf('@') + 1));
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  private static Session session(ChannelPlan plan, URI url) {
    Optional<String> user = Optional.ofNullable(plan.options().get("username"));
    String protocol = "smtps".equals(url.getScheme()) ? "smtps" : "smtp";
    String key = "mail." + protocol + ".";
    Properties settings = new Properties();
    settings.put("mail.transport.protocol", protocol);
    settings.put("mail.transport.protocol.rfc822", protocol);
    settings.put(key + "host", url.getHost());
    settings.put(key + "port", String.valueOf(port(url, protocol, user.isPresent())));
    settings.put(key + "connectiontimeout", "5000");
    settings.put(key + "timeout", "10000");
    settings.put(key + "writetimeout", "10000");
    settings.put(key + "sendpartial", "true");
    settings.put(key + "ssl.checkserveridentity", "true");
    settings.put(key + "starttls.enable", "true");
    settings.put(key + "starttls.required", String.valueOf(user.isPresent() && !isHere(url)));
    settings.put(key + "auth", String.valueOf(user.isPresent()));
    return Session.getInstance(settings, user.map(name -> login(name, plan)).orElse(null));
  }

  private static Authenticator login(String name, ChannelPlan plan) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(name, plan.secret().orElse(""));
      }
    };
  }

  private static int port(URI url, String protocol, boolean login) {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return protocol.equals("smtps") ? 465 : login ? 587 : 25;
  }

  private static boolean isHere(URI url) {
    String host = url.getHost();
    return host.startsWith("127.") || host.equals("localhost") || host.equals("[::1]");
  }

  private static InternetAddress[] addresses(ChannelPlan plan, String key) {
    try {
      InternetAddress[] addresses =
          InternetAddress.parse(plan.options().getOrDefault(key, ""), true);
      if (addresses.length > 0) {
        return addresses;
      }
    } catch (AddressException e) {
      // Said below, in our own words: theirs repeat the address.
    }
    throw unfit(plan, key, "one or more e-mail addresses");
  }

  private static IllegalArgumentException unfit(ChannelPlan plan, String key, String expected) {
    return new IllegalArgumentException(plan + ": " + key + " does not fit; expected " + expected);
  }
}
