package wuchang.ingest.format;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;

/** Text of others in quotation marks, as it may stand in a configuration. */
public final class Quoted {
  /** What JSON lets stand as it is and YAML does not: DEL and its like. */
  private static final Pattern UNPRINTED = Pattern.compile("[\\x7f-\\x9f]");

  private Quoted() {}

  public static String yaml(String text) {
    return UNPRINTED
        .matcher(TextNode.valueOf(text).toString())
        .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
  }
}
