package wuchang.domain;

/** Whose legal limits are in force at a site. */
public enum Profile {
  CN,
  US,
  AU,
  UK
}
