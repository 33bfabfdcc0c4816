package wuchang.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five 常 of 五常法, in their order. */
public enum Principle {
  ORGANISE(new Text("常组织", "Organise")),
  TIDY(new Text("常整顿", "Tidy")),
  CLEAN(new Text("常清洁", "Clean")),
  STANDARDISE(new Text("常规范", "Standardise")),
  DISCIPLINE(new Text("常自律", "Discipline"));

  private final Text label;

  Principle(Text label) {
    this.label = label;
  }

  public Text label() {
    return label;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Principle> of(String word) {
    return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
  }
}
