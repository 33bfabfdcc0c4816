package wuchang.console.http;

import wuchang.console.access.Sessions;
import wuchang.console.parts.ConsoleParts;

/** What several groups of routes share: the parts, the doors and the threads. */
record Rooms(
    ConsoleParts parts,
    Stages stages,
    Sessions sessions,
    SessionCookie cookie,
    Origins origins,
    Guesses guesses,
    Workers lookups,
    Workers hashing,
    Workers queries) {}
