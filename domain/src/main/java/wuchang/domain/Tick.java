package wuchang.domain;

import java.time.Instant;

/** Time has passed. The only way a stage learns of it; ticks decide how soon a thing is seen. */
public record Tick(Instant now) {}
