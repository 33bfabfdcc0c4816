package wuchang.ingest.format;

import java.util.List;
import wuchang.ingest.frame.Unreadable;

/**
 * One payload format. What a message says depends on nothing but the message, except where a format
 * names things once and refers to them later ({@link Sparkplug}, {@link HomeAssistant}).
 */
public interface Format {
  /** The word of the configuration. */
  String name();

  /** The topic filters that things of this format use unless they are set up otherwise. */
  List<String> topics();

  /**
   * What the message says.
   *
   * @throws Unreadable when the payload is not what the format says
   */
  Heard read(Message message) throws Unreadable;
}
