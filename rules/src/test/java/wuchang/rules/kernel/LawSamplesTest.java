package wuchang.rules.kernel;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The laws of the kernel on a few lives that are always the same: quick enough to be asked of every
 * mutant of it, which the property tests are not.
 */
class LawSamplesTest {
  private final EngineProperties engine = new EngineProperties();
  private final CourseProperties course = new CourseProperties();
  private final CoverageProperties coverage = new CoverageProperties();
  private final EnsembleProperties ensemble = new EnsembleProperties();

  @ParameterizedTest
  @ValueSource(longs = {1, 5, 77})
  void the_engine_keeps_its_laws(long seed) {
    engine.any_order_of_arrival_ends_in_the_same_episodes(seed);
    engine.repetitions_change_nothing(seed);
    engine.any_batches_end_in_the_same_episodes(seed, 7);
    engine.any_ticks_end_in_the_same_episodes(seed, 61);
    engine.a_restart_at_any_message_changes_nothing_and_tells_nothing_twice(seed);
    engine.what_is_told_adds_up_to_what_is_so(seed);
    engine.moving_all_times_moves_nothing_else(seed, 1_234);
    engine.tolerating_longer_never_finds_what_was_not_found_before(seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 5, 77})
  void the_laboratory_keeps_its_laws(long seed) {
    course.the_laboratory_finds_what_the_engine_finds(seed);
    course.of_contradicting_values_the_lowest_counts_whatever_their_order(seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 5})
  void sums_of_evidence_keep_their_laws(long seed) {
    coverage.sums_are_what_asking_again_and_again_gives(seed);
    coverage.late_data_batches_and_ticks_end_in_the_same_sums(seed, 9);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 5, 77})
  void several_heard_as_one_keep_their_laws(long seed) {
    ensemble.finds_every_gap_whatever_the_order_the_batches_and_the_ticks(seed, 11);
    ensemble.the_laboratory_finds_the_same(seed);
    ensemble.a_restart_at_any_message_tells_nothing_twice(seed);
    ensemble.a_day_of_many_devices_takes_little_memory(seed);
  }
}
