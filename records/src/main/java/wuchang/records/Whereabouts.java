package wuchang.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wuchang.domain.AreaId;
import wuchang.domain.DeviceId;
import wuchang.domain.PersonId;
import wuchang.domain.Text;
import wuchang.domain.record.RecordFault;
import wuchang.domain.record.RecordField;
import wuchang.domain.record.RecordFields;
import wuchang.domain.record.RecordForm;
import wuchang.domain.site.Device;
import wuchang.domain.site.Site;

/** What a record names of a site. */
record Whereabouts(Site site) {
  /** The area it is about, or that of the device. */
  Optional<AreaId> area(RecordFields fields) {
    return fields
        .text("area")
        .map(AreaId::of)
        .or(() -> device(fields, "device").or(() -> device(fields, "door")).map(Device::area));
  }

  /** What it names and the site does not have. */
  List<RecordFault> faults(RecordForm form, RecordFields fields) {
    List<RecordFault> faults = new ArrayList<>();
    for (RecordField field : form.fields()) {
      fields
          .text(field.name())
          .filter(id -> !knows(field.type(), id))
          .ifPresent(id -> faults.add(unknown(field, id)));
    }
    return faults;
  }

  private Optional<Device> device(RecordFields fields, String name) {
    return fields.text(name).map(DeviceId::of).flatMap(site::device);
  }

  private boolean knows(RecordField.Type type, String id) {
    return switch (type) {
      case AREA -> site.area(AreaId.of(id)).isPresent();
      case DEVICE -> site.device(DeviceId.of(id)).isPresent();
      case PERSON -> site.people().containsKey(PersonId.of(id));
      default -> true;
    };
  }

  private static RecordFault unknown(RecordField field, String id) {
    Text what =
        new Text(
            "%s：本单位没有 %s".formatted(field.label().zh(), id),
            "%s: the site has no «%s»".formatted(field.label().en(), id));
    return new RecordFault(field.name(), what);
  }
}
