package io.github.curlffm.option;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One certificate of the chain that a server sent, as libcurl describes it in text.
 *
 * <p>Which fields there are depends on the certificate and on the TLS library. Common ones are {@code Subject},
 * {@code Issuer}, {@code Serial Number}, {@code Start date}, {@code Expire date}, and {@code Cert}, which is the whole
 * certificate in PEM format.
 *
 * @param lines libcurl's description, in its order, each line as {@code name:content}
 * @see Info#CERTINFO
 */
public record CertInfo(List<String> lines) {

    /**
     * Copies the list.
     *
     * @param lines libcurl's description, in its order, each line as {@code name:content}
     */
    public CertInfo {
        lines = List.copyOf(lines);
    }

    /**
     * {@return the lines as names with their contents, in libcurl's order; for a repeated name the first content}
     */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                fields.putIfAbsent(line, "");
            } else {
                fields.putIfAbsent(line.substring(0, colon), line.substring(colon + 1));
            }
        }
        return Collections.unmodifiableMap(fields);
    }
}
