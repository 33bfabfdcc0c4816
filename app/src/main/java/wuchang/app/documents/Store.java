package wuchang.app.documents;

import java.time.Instant;
import java.util.function.Function;
import wuchang.domain.chain.ChainHead;
import wuchang.domain.cycle.Cycles;
import wuchang.domain.journal.CoverageRecords;
import wuchang.domain.journal.History;
import wuchang.domain.report.GoodReadings;
import wuchang.domain.score.Incidents;

/**
 * The parts of the store that documents are made from.
 *
 * @param heads where the chain of records ended at an instant
 */
public record Store(
    History history,
    Cycles cycles,
    CoverageRecords coverage,
    Incidents incidents,
    GoodReadings readings,
    Function<Instant, ChainHead> heads) {}
