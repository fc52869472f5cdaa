package io.github.curlffm.http;

import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the lines of a response's head together, as libcurl gives them. */
final class ResponseHead {

    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int FIRST_FINAL = 200;

    /** The status line, the version and the fields of one response. */
    record Head(int statusCode, HttpHeaders headers, Version version) implements ResponseInfo {

        /** {@return this as it is when libcurl has decompressed the body} */
        Head decompressed() {
            boolean isCompressed = headers.firstValue("Content-Encoding").isPresent();
            return isCompressed
                    ? new Head(
                            statusCode,
                            HttpHeaders.of(
                                    headers.map(),
                                    (name, value) -> !name.equalsIgnoreCase("Content-Encoding")
                                            && !name.equalsIgnoreCase("Content-Length")),
                            version)
                    : this;
        }

        boolean isSuccess() {
            return statusCode >= 200 && statusCode < 300;
        }

        boolean switchesProtocols() {
            return statusCode == SWITCHING_PROTOCOLS;
        }

        /** {@return whether libcurl may go on with another request by itself}: then nothing of the body follows. */
        boolean mayBeFollowed() {
            return statusCode == 401 || statusCode == 407 || statusCode >= 300 && statusCode < 400;
        }
    }

    private String status;
    private String last;
    private Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** {@return the head that this line ends}, null if it ends none. What is told before the response, or after its body, is none. */
    Head line(byte[] bytes) {
        String line = withoutEnd(new String(bytes, StandardCharsets.ISO_8859_1));
        if (status == null) {
            status = line.startsWith("HTTP/") ? line : null;
            return null;
        }
        if (!line.isEmpty()) {
            field(line);
            return null;
        }
        Head head = new Head(code(status), HttpHeaders.of(fields, (name, value) -> true), version(status));
        status = null;
        fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        boolean isRemark = head.statusCode < FIRST_FINAL && !head.switchesProtocols();
        return isRemark ? null : head;
    }

    /** A line of spaces alone goes on with the field before it, and does not end the head. */
    private static String withoutEnd(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
            end--;
        }
        return line.substring(0, end);
    }

    private void field(String line) {
        int colon = line.indexOf(':');
        boolean goesOn = Character.isWhitespace(line.charAt(0));
        if (goesOn && fields.containsKey(last)) {
            List<String> values = fields.get(last);
            values.add((values.removeLast() + " " + line.strip()).strip());
        } else if (!goesOn && colon > 0) {
            last = line.substring(0, colon).strip();
            fields.computeIfAbsent(last, name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
    }

    private static int code(String status) {
        String[] words = status.split(" +", 3);
        return words.length > 1 && words[1].matches("[0-9]{3}") ? Integer.parseInt(words[1]) : 0;
    }

    private static Version version(String status) {
        if (status.startsWith("HTTP/2")) {
            return Version.HTTP_2;
        }
        return status.startsWith("HTTP/3") ? NewerJdk.http3().orElse(Version.HTTP_2) : Version.HTTP_1_1;
    }
}
