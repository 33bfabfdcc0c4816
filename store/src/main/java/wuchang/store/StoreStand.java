package wuchang.store;

/**
 * What a copy of the store is of.
 *
 * @param schema the version of its tables
 * @param position up to where the journal had been carried into it
 */
public record StoreStand(String schema, long position) {}
