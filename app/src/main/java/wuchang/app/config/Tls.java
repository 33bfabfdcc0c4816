package wuchang.app.config;

import java.nio.file.Path;

/** A certificate chain and its private key, both PEM files. */
public record Tls(Path cert, Path key) {}
