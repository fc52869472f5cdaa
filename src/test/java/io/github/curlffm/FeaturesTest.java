package io.github.curlffm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.internal.lib.VersionInfo;
import io.github.curlffm.testing.Header;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The names of features. In this package since {@link Features} is visible here only, until it moves to the internals. */
class FeaturesTest {

    /** A libcurl that has the names has the bits too, for the features that have one. */
    @Test
    void namesOfFeaturesAreThoseOfTheBits() {
        List<String> ofBits = Features.ofBits(VersionInfo.current().features());
        Set<String> known = new HashSet<>(Features.ofBits(-1));
        assertEquals(31, known.size());
        Set<String> ofNames = new TreeSet<>(Curl.version().features());
        ofNames.retainAll(known);
        Set<String> bits = new TreeSet<>(ofBits);
        bits.removeAll(Set.of("Debug", "TrackMemory")); // spelled differently, and only in libcurl's own builds
        assertEquals(ofNames, bits);
    }

    /** The names are libcurl's, which is why they differ from those of the bits. */
    @Test
    void everyBitOfTheHeaderHasItsName() {
        Map<String, String> names = Map.ofEntries(
                Map.entry("IPV6", "IPv6"),
                Map.entry("KERBEROS4", "Kerberos4"),
                Map.entry("LIBZ", "libz"),
                Map.entry("GSSNEGOTIATE", "GSS-Negotiate"),
                Map.entry("DEBUG", "Debug"),
                Map.entry("ASYNCHDNS", "AsynchDNS"),
                Map.entry("LARGEFILE", "Largefile"),
                Map.entry("CONV", "CharConv"),
                Map.entry("CURLDEBUG", "TrackMemory"),
                Map.entry("TLSAUTH_SRP", "TLS-SRP"),
                Map.entry("GSSAPI", "GSS-API"),
                Map.entry("KERBEROS5", "Kerberos"),
                Map.entry("UNIX_SOCKETS", "UnixSockets"),
                Map.entry("HTTPS_PROXY", "HTTPS-proxy"),
                Map.entry("MULTI_SSL", "MultiSSL"),
                Map.entry("BROTLI", "brotli"),
                Map.entry("ALTSVC", "alt-svc"),
                Map.entry("ZSTD", "zstd"),
                Map.entry("UNICODE", "Unicode"),
                Map.entry("GSASL", "gsasl"),
                Map.entry("THREADSAFE", "threadsafe"));
        Map<String, Long> bits = Header.constants("CURL_VERSION_");
        assertEquals(31, bits.size());
        bits.forEach(
                (name, bit) -> assertEquals(List.of(names.getOrDefault(name, name)), Features.ofBits(bit.intValue())));
        assertEquals(List.of(), Features.ofBits(0));
    }
}
