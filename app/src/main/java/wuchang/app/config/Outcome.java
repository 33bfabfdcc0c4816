package wuchang.app.config;

import java.util.List;
import java.util.function.Function;
import wuchang.app.config.yaml.Fault;

/** What came of reading a configuration: it is whole, or nothing of it is used. */
public sealed interface Outcome {
  <T> T match(Function<Valid, T> valid, Function<Invalid, T> invalid);

  /** What can be used, but is probably not meant so. */
  List<Fault> warnings();

  /** The configuration, and what is odd about it. */
  record Valid(Config config, List<Fault> warnings) implements Outcome {
    public Valid {
      warnings = List.copyOf(warnings);
    }

    @Override
    public <T> T match(Function<Valid, T> valid, Function<Invalid, T> invalid) {
      return valid.apply(this);
    }
  }

  /** Everything that is wrong with it, at least one thing, in the order of the file. */
  record Invalid(List<Fault> faults, List<Fault> warnings) implements Outcome {
    public Invalid {
      faults = List.copyOf(faults);
      warnings = List.copyOf(warnings);
    }

    @Override
    public <T> T match(Function<Valid, T> valid, Function<Invalid, T> invalid) {
      return invalid.apply(this);
    }
  }
}
