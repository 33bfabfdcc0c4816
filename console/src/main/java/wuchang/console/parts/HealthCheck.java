package wuchang.console.parts;

/**
 * One part of the system as it stands now. {@code needed}: without it the system is not ready;
 * without a part that is not needed (the database, for a while) it goes on.
 *
 * @param detail for the administrator, never a secret
 */
public record HealthCheck(String name, boolean ok, boolean needed, String detail) {}
