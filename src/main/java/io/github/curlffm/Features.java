package io.github.curlffm;

import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.lib.VersionInfo;
import io.github.curlffm.option.HttpVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What libcurl was built with; before 7.87.0 it only has the bits, not the names. */
final class Features {

    private static final String[] BY_BIT = {
        "IPv6",
        "Kerberos4",
        "SSL",
        "libz",
        "NTLM",
        "GSS-Negotiate",
        "Debug",
        "AsynchDNS",
        "SPNEGO",
        "Largefile",
        "IDN",
        "SSPI",
        "CharConv",
        "TrackMemory",
        "TLS-SRP",
        "NTLM_WB",
        "HTTP2",
        "GSS-API",
        "Kerberos",
        "UnixSockets",
        "PSL",
        "HTTPS-proxy",
        "MultiSSL",
        "brotli",
        "alt-svc",
        "HTTP3",
        "zstd",
        "Unicode",
        "HSTS",
        "gsasl",
        "threadsafe",
    };

    private Features() {}

    static List<String> of(VersionInfo info) {
        List<String> names = info.featureNames();
        return names != null ? names : ofBits(info.features());
    }

    /** {@return the words for a refused value that needs a feature which libcurl was built without, or an empty string} */
    static String missing(Object value) {
        boolean missing = value instanceof HttpVersion version
                && version.feature() != null
                && !of(VersionInfo.current()).contains(version.feature());
        return missing ? builtWithout(((HttpVersion) value).feature()) : "";
    }

    /** {@return the words for a URL whose protocol libcurl was built without, or an empty string} */
    static String missingProtocol(String url) {
        int end = url == null ? -1 : url.indexOf("://");
        String protocol = end < 0 ? "" : url.substring(0, end).toLowerCase(Locale.ROOT);
        return end < 0 || VersionInfo.current().protocols().contains(protocol)
                ? ""
                : builtWithout(protocol.startsWith("ws") ? "WebSocket" : protocol);
    }

    private static String builtWithout(String what) {
        return "; libcurl " + Library.version() + " was built without " + what;
    }

    static List<String> ofBits(int bits) {
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < BY_BIT.length; bit++) {
            if ((bits >>> bit & 1) != 0) {
                names.add(BY_BIT[bit]);
            }
        }
        return names;
    }
}
