package wuchang.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wuchang.ingest.DecoderTargets.Target;

/** Repeats every input that fuzzing has kept, whole and cut short. */
class DecoderCorpusTest {
  private final DecoderTargets targets = new DecoderTargets();

  @Test
  void no_kept_input_is_an_exception_or_makes_what_cannot_be_stored() throws Exception {
    List<Path> inputs = inputs();
    assertThat(inputs).hasSizeGreaterThan(30);
    for (Path input : inputs) {
      byte[] payload = Files.readAllBytes(input);
      Target target = new Target(folder(input));
      int step = Math.max(1, payload.length / 12);
      for (int cut = 0; cut <= payload.length; cut += step) {
        targets.decode(target, Arrays.copyOf(payload, payload.length - cut));
      }
    }
  }

  @Test
  void every_decoder_has_inputs() throws Exception {
    Set<String> folders =
        inputs().stream().map(DecoderCorpusTest::folder).collect(Collectors.toSet());
    Set<String> methods =
        Arrays.stream(DecoderFuzz.class.getDeclaredMethods())
            .filter(method -> !method.isSynthetic())
            .map(java.lang.reflect.Method::getName)
            .collect(Collectors.toSet());
    assertThat(folders).isEqualTo(methods);
  }

  private static String folder(Path input) {
    return Objects.requireNonNull(input.getParent()).getFileName().toString();
  }

  private static List<Path> inputs() throws IOException, URISyntaxException {
    URL root = Objects.requireNonNull(DecoderCorpusTest.class.getResource("DecoderFuzzInputs"));
    try (Stream<Path> files = Files.walk(Path.of(root.toURI()))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
