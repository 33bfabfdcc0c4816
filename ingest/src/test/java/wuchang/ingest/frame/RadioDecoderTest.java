package wuchang.ingest.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors of Milesight-IoT/SensorDecoders (e79c9d8) and dragino-end-node-decoder (e81cc58). */
class RadioDecoderTest {
  private static String decode(String decoder, String hex) throws Unreadable {
    return RadioDecoder.of(decoder).decode(HexFormat.of().parseHex(hex), 85).toString();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "M1 |milesight:em300-th|01755C03673401046865|'{\"battery\":92,\"temperature\":30.8,\"humidity\":50.5}'",
        "M2 |milesight:em300-th|01755C0367D7FF046865|'{\"battery\":92,\"temperature\":-4.1,\"humidity\":50.5}'",
        "M3 |milesight:em300-th|01756203672B0004687A|'{\"battery\":98,\"temperature\":4.3,\"humidity\":61.0}'",
        "M4 |milesight:em300-mcs|01755C03673401046865060001|'{\"battery\":92,\"temperature\":30.8,\"humidity\":50.5,\"magnet_status\":\"open\"}'",
        "M5 |milesight:ws301|017564030001040001|'{\"battery\":100,\"magnet_status\":\"open\",\"tamper_status\":\"uninstalled\"}'",
        "M6 |milesight:ws301|017564030000040000|'{\"battery\":100,\"magnet_status\":\"close\",\"tamper_status\":\"installed\"}'",
        "M7 |milesight:em300-di|0175640367DC0004686405C810270000|'{\"battery\":100,\"temperature\":22.0,\"humidity\":50.0,\"pulse\":10000}'",
        "M8 |milesight:em300-di|01756405E10A000A000000C842|'{\"battery\":100,\"water_conv\":1.0,\"pulse_conv\":1.0,\"water\":100.0}'",
        "M9 |milesight:em300-di|85E10A000A000000C84203|'{\"water_conv\":1.0,\"pulse_conv\":1.0,\"water\":100.0,\"water_alarm\":\"water flow timeout alarm\"}'",
        "M10|milesight:em300-th|20CE9E74466310015D00|'{\"history\":[{\"timestamp\":1665561758,\"temperature\":27.2,\"humidity\":46.5}]}'",
        "M10 without its last byte|milesight:em300-th|20CE9E74466310015D|'{\"history\":[{\"timestamp\":1665561758,\"temperature\":27.2,\"humidity\":46.5}]}'",
        "M10 of a door sensor|milesight:em300-mcs|20CE9E74466310015D00|'{\"history\":[{\"timestamp\":1665561758,\"temperature\":27.2,\"humidity\":46.5,\"magnet_status\":\"close\"}]}'",
        "M11|milesight:em300-di|20CE9E74466310015D020000010000|'{\"history\":[{\"timestamp\":1665561758,\"temperature\":27.2,\"humidity\":46.5,\"pulse\":256}]}'",
        "M12|milesight:ts201|8367340101|'{\"temperature\":30.8,\"event\":\"Threshold Alarm\"}'",
        "M13|milesight:ts201|B36700|'{\"temperature_exception\":\"Read Error\"}'",
        "M14|milesight:ts201|20CEC79AFA6402BDFF|'{\"history\":[{\"timestamp\":1694145223,\"read_status\":\"Success\",\"temperature\":-6.7}]}'",
        "M15|milesight:ts301|0175640367F100040001|'{\"battery\":100,\"temperature_chn1\":24.1,\"magnet_chn2\":\"opened\"}'",
        "TS301, both channels|milesight:ts301|017564036738FF04674AFF|'{\"battery\":100,\"temperature_chn1\":-20.0,\"temperature_chn2\":-18.2}'",
        "M16|milesight:ct101|0397102700000498B80B|'{\"total_current\":100.0,\"current\":30.0}'",
        "M17|milesight:ct101|0498FFFF|'{\"current_sensor_status\":\"read failed\"}'",
        "messages 10|milesight:em300-th|01755C03673401046865|'{\"battery\":92,\"temperature\":30.8,\"humidity\":50.5}'",
        "messages 11|milesight:em300-th|20CE9E74466310015D|'{\"history\":[{\"timestamp\":1665561758,\"temperature\":27.2,\"humidity\":46.5}]}'",
        "messages 12|milesight:ts101|01756403670701|'{\"battery\":100,\"temperature\":26.3}'",
        "L1 |dragino:lht65n|CBF60B0D0376010ADD7FFF|'{\"BatV\":3.062,\"TempC_SHT\":28.29,\"Hum_SHT\":88.6,\"TempC_DS\":27.81}'",
        "L2 |dragino:lht65n|CBC1F8A8026C01F9F27FFF|'{\"BatV\":3.009,\"TempC_SHT\":-18.8,\"Hum_SHT\":62.0,\"TempC_DS\":-15.5}'",
        "L3 |dragino:lht65n|CBF60B0D0376017FFF7FFF|'{\"BatV\":3.062,\"TempC_SHT\":28.29,\"Hum_SHT\":88.6,\"TempC_DS\":327.67}'",
        "a cable that is not connected|dragino:lht65n|CBF60B0D0376810ADD7FFF|'{\"BatV\":3.062,\"TempC_SHT\":28.29,\"Hum_SHT\":88.6,\"TempC_DS\":null}'",
        "stored measurements|dragino:lht65n|7FFF089801464160065F97|'{\"history\":[{\"TempC_SHT\":22.0,\"Hum_SHT\":32.6,\"TempC_DS\":327.67,\"timestamp\":1611030423}]}'",
        "L4 |dragino:lds02|8C170100000800000600|'{\"BAT_V\":3.095,\"MOD\":1,\"DOOR_OPEN_STATUS\":1,\"DOOR_OPEN_TIMES\":8,\"LAST_DOOR_OPEN_DURATION\":6,\"ALARM\":0}'",
        "L5 |dragino:lds02|0C170100000800000600|'{\"BAT_V\":3.095,\"MOD\":1,\"DOOR_OPEN_STATUS\":0,\"DOOR_OPEN_TIMES\":8,\"LAST_DOOR_OPEN_DURATION\":6,\"ALARM\":0}'",
        "L6 |dragino:sw3l|000000C350000065F1A2B0|'{\"Calculate_flag\":0,\"Total_pulse\":50000,\"Water_flow_value\":111.1}'",
        "what it tells when it joins|milesight:em300-th|FF0BFFFF0101FF166136C40091605408FF090300FF0A0101FF0F00|{}",
      })
  void decodes_as_the_makers_codec_does(String name, String decoder, String hex, String expected)
      throws Exception {
    JsonMapper mapper = new JsonMapper();
    assertThat(mapper.readTree(decode(decoder, hex.replace(" ", ""))))
        .as(name)
        .isEqualTo(mapper.readTree(expected));
  }

  @Test
  void bytes_that_are_no_field_say_where() {
    assertThatThrownBy(() -> decode("milesight:em300-th", "0175649999"))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("byte 3: channel 99, type 99");
    assertThatThrownBy(() -> decode("dragino:sw3l", "000000"))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("ends at byte 3");
  }

  @Test
  void what_dragino_tells_of_itself_is_no_measurement() throws Unreadable {
    byte[] status = HexFormat.of().parseHex("1A0140FF0BB8");
    assertThat(RadioDecoder.of("dragino:lht65n").decode(status, 5)).isEmpty();
  }
}
