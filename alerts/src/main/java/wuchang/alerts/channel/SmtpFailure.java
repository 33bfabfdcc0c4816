package wuchang.alerts.channel;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import wuchang.alerts.channel.Receipt.Accepted;
import wuchang.alerts.channel.Receipt.Failed;

/**
 * What a failure of SMTP means: codes of 400 pass, codes of 500 stay, and a server that does not
 * answer may be back later. The server's words are not kept; they repeat addresses.
 */
final class SmtpFailure {
  private static final int PERMANENT = 500;

  private SmtpFailure() {}

  static Receipt receipt(MessagingException failure) {
    if (failure instanceof AuthenticationFailedException) {
      return new Failed(false, "the mail server does not accept the user or the password");
    }
    if (failure instanceof SendFailedException some
        && some.getValidSentAddresses() != null
        && some.getValidSentAddresses().length > 0) {
      return new Accepted("SMTP 250, some addresses refused");
    }
    OptionalInt code = code(failure);
    return code.isPresent()
        ? new Failed(code.getAsInt() < PERMANENT, "SMTP " + code.getAsInt())
        : new Failed(true, "no answer: " + failure.getClass().getSimpleName());
  }

  /** The gravest code of the chain: an address that fails is behind a general failure. */
  private static OptionalInt code(MessagingException failure) {
    OptionalInt found = OptionalInt.empty();
    Exception next = failure;
    while (next instanceof MessagingException one) {
      int code =
          one instanceof SMTPSendFailedException send
              ? send.getReturnCode()
              : one instanceof SMTPAddressFailedException address
                  ? address.getReturnCode()
                  : one instanceof SMTPSenderFailedException sender ? sender.getReturnCode() : -1;
      found = code > found.orElse(0) ? OptionalInt.of(code) : found;
      next = one.getNextException();
    }
    return found;
  }
}
