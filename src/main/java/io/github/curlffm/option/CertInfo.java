package io.github.curlffm.option;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
     * {@return the contents of all lines of a name, in libcurl's order; empty if there is none}
     *
     * @param name the name, for example {@code X509v3 Subject Alternative Name}
     */
    public List<String> values(String name) {
        String prefix = Objects.requireNonNull(name, "name") + ":";
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    /**
     * {@return the lines as names with their contents, in libcurl's order; for a repeated name the first content;
     * {@link #values} has them all}
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
