package wuchang.console.live;

import wuchang.domain.AreaId;

/** One event for the listeners: its name, the area it is about, and its JSON. */
record Happening(String event, AreaId area, String data) {}
