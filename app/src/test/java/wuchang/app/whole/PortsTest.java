package wuchang.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wuchang.app.Ports;

class PortsTest {
  @TempDir Path data;

  @Test
  void a_demo_takes_another_port_when_its_own_is_taken() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.freeOr0("127.0.0.1", other.getLocalPort())).isZero();
    }
  }

  @Test
  void a_server_names_the_port_it_cannot_have_and_leaves_nothing_behind() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int taken = other.getLocalPort();

      assertThatThrownBy(() -> Whole.start(data, taken))
          .hasMessageContaining("port " + taken)
          .hasMessageContaining("the page");
      assertThat(data).isEmptyDirectory();
    }
  }
}
