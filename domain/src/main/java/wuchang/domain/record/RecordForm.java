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
   * @param strict whether a field that the form does not have is a fault, and a record that does
   *     not say what it is about
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
    if (strict) {
      said.keySet().stream()
          .filter(Predicate.not(this::knows))
          .forEach(name -> faults.add(new RecordFault(name, unknown())));
      faults.addAll(unsaid(said));
    }
    life.ifPresent(states -> values.putIfAbsent(RecordLife.STATE, states.first()));
    return new Filled(new RecordFields(values), faults);
  }

  /** What nobody could make anything of: it does not say what it is about. */
  private List<RecordFault> unsaid(Map<String, ?> said) {
    List<String> subject = RecordForms.subject(kind);
    boolean named =
        subject.stream().map(said::get).anyMatch(value -> value != null && !value.equals(""));
    if (subject.isEmpty() || named) {
      return List.of();
    }
    String names = String.join(", ", subject);
    return List.of(
        new RecordFault(
            subject.get(0), new Text("至少填写一项：" + names, "at least one is needed of " + names)));
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
