package wuchang.console.store;

import java.time.Instant;

/** A session with the account it belongs to. The cookie itself is not kept, only its SHA-256. */
public record SessionRow(AccountRow account, long stamp, Instant startedAt, Instant usedAt) {}
