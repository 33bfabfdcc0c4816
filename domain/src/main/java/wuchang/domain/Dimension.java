package wuchang.domain;

/** What a unit measures; quantities of one dimension can be compared and converted. */
public enum Dimension {
  TEMPERATURE,
  TEMPERATURE_DIFFERENCE,
  TEMPERATURE_RATE,
  TIME,
  POWER,
  ENERGY,
  VOLTAGE,
  CURRENT,
  VOLUME,
  FLOW,
  MASS,
  SHARE,
  SIGNAL,
  COUNT
}
