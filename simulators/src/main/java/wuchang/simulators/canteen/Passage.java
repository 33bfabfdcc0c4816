package wuchang.simulators.canteen;

import java.util.List;
import java.util.function.Supplier;
import wuchang.simulators.wire.Message;

/**
 * The work of letting some time pass.
 *
 * @param tasks those of one list may be done at the same time, after all of the list before
 * @param sent to be asked once, when all are done: what was sent meanwhile, in order
 */
public record Passage(List<List<Runnable>> tasks, Supplier<List<Message>> sent) {}
