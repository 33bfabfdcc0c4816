package wuchang.app.documents;

import wuchang.domain.cycle.Cycles;
import wuchang.domain.journal.CoverageRecords;
import wuchang.domain.journal.History;
import wuchang.domain.report.GoodReadings;
import wuchang.domain.score.Incidents;

/** The parts of the store that documents are made from. */
public record Store(
    History history,
    Cycles cycles,
    CoverageRecords coverage,
    Incidents incidents,
    GoodReadings readings) {}
