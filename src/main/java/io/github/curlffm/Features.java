package io.github.curlffm;

import io.github.curlffm.internal.lib.VersionInfo;
import java.util.ArrayList;
import java.util.List;

/** The names of libcurl's features, for a libcurl before 7.87.0 that only has the bits. */
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
