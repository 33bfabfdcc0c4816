package wuchang.reports.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A workbook without the time at which it was written: the same document gives the same bytes. The
 * document itself says when it was made.
 */
final class SameZip {
  private static final LocalDateTime LONG_AGO = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String PROPERTIES = "docProps/core.xml";

  private SameZip() {}

  static byte[] of(byte[] zip) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(zip.length);
    // Its entries say their sizes only at the end, in a way that a stream of the JDK cannot read.
    try (ZipFile in = ZipFile.builder().setByteArray(zip).get();
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTimeLocal(LONG_AGO);
        out.putNextEntry(same);
        out.write(content(in, entry));
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] content(ZipFile in, ZipArchiveEntry entry) throws IOException {
    try (InputStream stream = in.getInputStream(entry)) {
      byte[] content = stream.readAllBytes();
      return entry.getName().equals(PROPERTIES) ? timeless(content) : content;
    }
  }

  private static byte[] timeless(byte[] properties) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceAll(">\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z<", ">1980-01-01T00:00:00Z<")
        .getBytes(StandardCharsets.UTF_8);
  }
}
