package io.github.curlffm;

import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of a {@code Content-Type}. */
final class ContentType {

    /** A parameter: its name, and its value in quotes or without. */
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([^\\s=;\"]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;\"]*))");

    private ContentType() {}

    /** {@return the charset that it names, or null if it names none, or one that Java does not know} */
    static Charset charset(String contentType) {
        Matcher parameter = PARAMETER.matcher(contentType == null ? "" : contentType);
        while (parameter.find()) {
            if (parameter.group(1).equalsIgnoreCase("charset")) {
                String name = parameter.group(2) != null ? parameter.group(2) : parameter.group(3);
                return Charset.forName(name.strip(), null);
            }
        }
        return null;
    }
}
