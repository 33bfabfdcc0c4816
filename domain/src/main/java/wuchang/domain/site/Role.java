package wuchang.domain.site;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account may do, from weakest to strongest (CONTRACT §2). */
public enum Role {
  VIEWER,
  INSPECTOR,
  CONTRACTOR,
  OPERATION,
  MANAGEMENT,
  DECISION,
  ADMIN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst();
  }

  public boolean atLeast(Role other) {
    return compareTo(other) >= 0;
  }
}
