package wuchang.rules.kind;

/** A gate and the area behind it, by their ids. */
public record Access(String gate, String area) {}
