package wuchang.alerts.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 in Base64, as the robots want it. */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** 钉钉: the secret is the key, the time in milliseconds and the secret are signed. */
  static String dingtalk(String secret, long millis) {
    return sign(secret, millis + "\n" + secret);
  }

  /** 飞书: the time in seconds and the secret are the key, nothing is signed. */
  static String feishu(String secret, long seconds) {
    return sign(seconds + "\n" + secret, "");
  }

  private static String sign(String key, String words) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
