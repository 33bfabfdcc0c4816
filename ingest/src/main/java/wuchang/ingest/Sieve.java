package wuchang.ingest;

/** Reads a message, and leaves out what is beyond what its device may say. */
record Sieve(Intake intake, Allowances allowances) {
  Decoded decode(Incoming incoming) {
    return allowances.within(intake.decode(incoming), incoming);
  }
}
