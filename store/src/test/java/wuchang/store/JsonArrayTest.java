package wuchang.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonArrayTest {
  @Test
  void no_row_is_an_empty_array() throws IOException {
    assertThat(array("", 1)).isEqualTo("[\n]\n");
  }

  @Test
  void rows_stand_a_line_each_however_they_come() throws IOException {
    String rows = "{\"a\":1}\n{\"b\":\"冷\"}\n{}\n";

    for (int chunk = 1; chunk <= rows.length(); chunk++) {
      assertThat(array(rows, chunk))
          .as("in pieces of " + chunk)
          .isEqualTo("[\n{\"a\":1},\n{\"b\":\"冷\"},\n{}\n]\n");
    }
  }

  private static String array(String rows, int chunk) throws IOException {
    byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonArray array = new JsonArray(out);
    for (int from = 0; from < bytes.length; from += chunk) {
      array.write(bytes, from, Math.min(chunk, bytes.length - from));
    }
    array.end();
    return out.toString(StandardCharsets.UTF_8);
  }
}
