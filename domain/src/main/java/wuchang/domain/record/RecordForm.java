package wuchang.domain.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import wuchang.domain.Text;

/**
 * The form of one kind of record: its fields, and the states it goes through, if any.
 *
 * @param nameless whether {@code anonymous: true} keeps it without a name
 */
public record RecordForm(
    RecordKind kind, List<RecordField> fields, Optional<RecordLife> life, boolean nameless) {
  /** What was said, as the form has it, or what is wrong with it. */
  public record Filled(RecordFields fields, List<RecordFault> faults) {
    public Filled {
      faults = List.copyOf(faults);
    }
  }

  public RecordForm {
    fields = List.copyOf(fields);
  }

  public static RecordForm of(RecordKind kind) {
    return RecordForms.ALL.get(kind);
  }

  /**
   * Fills the form in; every fault of it is named. What is null is left empty, and so is what the
   * form does not ask for, for those who do not mind.
   *
   * @param strict whether a field that the form does not have is a fault
   */
  public Filled fill(Map<String, ?> said, boolean strict) {
    Map<String, Object> values = new TreeMap<>();
    List<RecordFault> faults = new ArrayList<>();
    for (RecordField field : fields) {
      Object value = said.get(field.name());
      if (value != null && !value.equals("")) {
        FieldReading.of(field, value)
            .ifPresentOrElse(
                read -> values.put(field.name(), read),
                () -> faults.add(fault(field, FieldReading.expected(field))));
      } else if (field.needed()) {
        faults.add(fault(field, FieldReading.missing(field)));
      }
    }
    said.keySet().stream()
        .filter(Predicate.not(this::knows))
        .filter(name -> strict)
        .forEach(name -> faults.add(new RecordFault(name, unknown())));
    life.ifPresent(states -> values.putIfAbsent(RecordLife.STATE, states.first()));
    return new Filled(new RecordFields(values), faults);
  }

  private boolean knows(String name) {
    return fields.stream().anyMatch(field -> field.name().equals(name));
  }

  private static RecordFault fault(RecordField field, Text what) {
    return new RecordFault(field.name(), what);
  }

  private Text unknown() {
    String names = String.join(" ", fields.stream().map(RecordField::name).toList());
    return new Text("没有这个栏目，应为：" + names, "there is no such field; expected one of " + names);
  }
}
