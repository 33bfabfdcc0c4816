package wuchang.domain.chain;

import java.util.Optional;

/**
 * One row of the chain as it stands in the store now.
 *
 * @param sequence from 1, without gaps
 * @param kind what it is a row of: {@code record}, {@code alert}, {@code alert-step}, {@code
 *     event}, {@code score}, {@code document}, {@code readings}
 * @param hash as it was when the day was closed
 * @param content as it is now; empty when the row is gone
 */
public record ChainLink(
    long sequence, String kind, String key, String hash, Optional<String> content) {}
