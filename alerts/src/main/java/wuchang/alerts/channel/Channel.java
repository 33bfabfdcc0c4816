package wuchang.alerts.channel;

import java.util.concurrent.CompletionStage;

/**
 * A way to tell people. It sends once and says what came of it; whether and when to try again is
 * decided elsewhere, for all channels alike. Neither the receipt nor a log line may hold the
 * channel's URL or secret.
 */
public interface Channel {
  CompletionStage<Receipt> send(Message message);
}
