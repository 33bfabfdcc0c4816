package wuchang.console.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/**
 * One device alone: what the list says of it, and what has to be looked for in the store.
 *
 * @param lastCycle its last disinfection; absent when none is known
 */
public record DeviceDetail(@JsonUnwrapped DeviceView device, Optional<CycleView> lastCycle) {}
