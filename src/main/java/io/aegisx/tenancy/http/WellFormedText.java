package io.aegisx.tenancy.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Reads a text that PostgreSQL can keep as it is: without NUL, and without halves of characters,
 * which would silently become question marks.
 */
final class WellFormedText extends StdScalarDeserializer<String> {
  private static final long serialVersionUID = 1L;

  private static final Pattern BROKEN = Pattern.compile("[\\x00\\x{D800}-\\x{DFFF}]");

  WellFormedText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String text = StringDeserializer.instance.deserialize(parser, context);
    // A pair of halves is one character to the pattern, and none of these.
    return text != null && BROKEN.matcher(text).find()
        ? (String)
            context.handleWeirdStringValue(String.class, text, "holds NUL or half a character")
        : text;
  }
}
