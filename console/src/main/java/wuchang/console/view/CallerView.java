package wuchang.console.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wuchang.console.access.Caller;
import wuchang.console.access.Permission;
import wuchang.console.access.Sessions;

/**
 * Who is signed in and what they may do.
 *
 * @param csrf the word that changes by cookie must carry as {@code X-CSRF-Token}
 */
public record CallerView(
    String id, String role, List<String> may, boolean oneTimePassword, Optional<String> csrf) {

  public static CallerView of(Caller caller) {
    return new CallerView(
        caller.account().id().value(),
        caller.account().role().word(),
        Permission.of(caller.account().role()).stream()
            .map(permission -> permission.name().toLowerCase(Locale.ROOT))
            .toList(),
        caller.account().oneTimePassword(),
        caller.cookie().map(Sessions::csrf));
  }
}
