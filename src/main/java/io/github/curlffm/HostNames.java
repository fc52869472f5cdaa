package io.github.curlffm;

import io.github.curlffm.CurlUrl.Flag;
import io.github.curlffm.CurlUrl.Part;
import io.github.curlffm.internal.lib.Library;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * International host names in lines such as {@code host:port:address}. libcurl compares them with the punycode of the
 * URL's host, and before 8.1.0 does not convert the host that it connects to.
 */
final class HostNames {

    private static final int ASCII = 0x80;

    private HostNames() {}

    /** {@return a line with the names between its colons in punycode, if libcurl can convert them} */
    static String inPunycode(String line) {
        if (isAscii(line) || !Library.isAtLeast("7.88.0")) {
            return line;
        }
        return Stream.of(line.split(":", -1)).map(HostNames::converted).collect(Collectors.joining(":"));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < ASCII);
    }

    private static String converted(String word) {
        if (isAscii(word)) {
            return word;
        }
        int sign = word.startsWith("+") || word.startsWith("-") ? 1 : 0;
        try (CurlUrl url = new CurlUrl().set(Part.HOST, word.substring(sign))) {
            return word.substring(0, sign) + url.get(Part.HOST, Flag.PUNYCODE);
        } catch (CurlUrlException e) {
            return word; // not a host name: libcurl will refuse it
        }
    }
}
