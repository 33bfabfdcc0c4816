package wuchang.domain.record;

import wuchang.domain.Text;

/** What is wrong with a field of a record, and what was expected. */
public record RecordFault(String field, Text what) {}
