package wuchang.store;

/**
 * Where something stood in the journal: it names the thing for good, and orders what follows each
 * other. A generation begins when a journal was lost and its positions start again.
 */
record Place(long generation, long position, int ordinal) {}
