package wuchang.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import wuchang.domain.reading.Rejected.Reason;
import wuchang.ingest.frame.Unreadable;

/**
 * XML from strangers as the tree that JSON would be: elements become fields, of two of one name the
 * first counts, attributes are left out. Nothing is fetched and nothing is expanded.
 */
final class XmlTree {
  private static final int DEEPEST = 16;
  private static final int MOST_ELEMENTS = 2_000;

  private final XMLStreamReader in;
  private int elements;

  private XmlTree(XMLStreamReader in) {
    this.in = in;
  }

  static JsonNode read(byte[] body) throws Unreadable {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(body));
      while (in.next() != XMLStreamReader.START_ELEMENT) {
        // the declaration and comments before the root
      }
      ObjectNode root = JsonNodeFactory.instance.objectNode();
      String name = in.getLocalName();
      root.set(name, new XmlTree(in).element(0));
      return root;
    } catch (XMLStreamException | RuntimeException e) {
      throw new Unreadable(Reason.MALFORMED, "no XML: " + firstLine(e));
    }
  }

  private JsonNode element(int depth) throws XMLStreamException {
    if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
      throw new XMLStreamException("nested too deep or too long");
    }
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    StringBuilder text = new StringBuilder();
    while (true) {
      int event = in.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        String name = in.getLocalName();
        fields.putIfAbsent(name, element(depth + 1));
      } else if (event == XMLStreamReader.CHARACTERS) {
        text.append(in.getText());
      } else if (event == XMLStreamReader.END_ELEMENT) {
        return fields.isEmpty() ? TextNode.valueOf(text.toString().strip()) : fields;
      }
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
