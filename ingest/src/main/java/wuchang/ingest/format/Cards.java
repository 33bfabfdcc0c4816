package wuchang.ingest.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Card numbers in one form, ten decimal digits: readers print the same 26 bits as {@code 12,34567}
 * (facility and card) or as {@code 820999}. What is no such number stays as it is.
 */
final class Cards {
  private static final Pattern FACILITY_AND_CARD = Pattern.compile("(\\d{1,3}),(\\d{1,5})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");
  private static final int CARD_BITS = 16;

  private Cards() {}

  static String normal(String text) {
    Matcher parts = FACILITY_AND_CARD.matcher(text);
    if (parts.matches()) {
      long facility = Long.parseLong(parts.group(1));
      long card = Long.parseLong(parts.group(2));
      boolean fits = facility < 256 && card < 1 << CARD_BITS;
      return fits ? "%010d".formatted(facility << CARD_BITS | card) : text;
    }
    return NUMBER.matcher(text).matches() ? "%010d".formatted(Long.parseLong(text)) : text;
  }
}
