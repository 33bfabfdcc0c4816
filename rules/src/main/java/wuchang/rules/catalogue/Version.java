package wuchang.rules.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;

/** Names what a rule looks for on a device, so that two judgements can be told apart by it. */
final class Version {
  private static final int BYTES = 8;

  private Version() {}

  /** By kind, words, steps and values in force; names and sentences do not count. */
  static String of(RulesInForce.OnDevice on) {
    RuleDefinition rule = on.rule();
    String text =
        String.join(
            "|",
            rule.id().value(),
            rule.kind().word(),
            new TreeMap<>(rule.words()).toString(),
            rule.steps().stream().map(s -> s.severity().word() + s.prefix()).toList().toString(),
            rule.excuses().stream().sorted().toList().toString(),
            rule.atNight().toString(),
            new TreeMap<>(on.values()).toString());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
