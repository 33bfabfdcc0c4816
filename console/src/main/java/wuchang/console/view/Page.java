package wuchang.console.view;

import java.util.List;
import java.util.Optional;

/** A list of the API: {@code {"items": […], "next": null | "cursor"}}. */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }

  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, Optional.empty());
  }
}
