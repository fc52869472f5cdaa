package io.github.curlffm.internal.lib;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.ffi.curl_version_info_data;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code curl_version_info_data} of the loaded libcurl. Newer versions have more fields: a field is read only if
 * {@code age} says that the loaded libcurl has it.
 */
public final class VersionInfo {

    private static final int NOW = 11;

    private final MemorySegment struct;
    private final int age;
    private final int number;

    private VersionInfo(MemorySegment pointer) {
        this.struct = pointer.reinterpret(curl_version_info_data.layout().byteSize());
        this.age = curl_version_info_data.age(struct);
        this.number = curl_version_info_data.version_num(struct);
    }

    private static final class Holder {
        static final VersionInfo CURRENT = new VersionInfo(curl_ffm_h.curl_version_info(NOW));
    }

    /** {@return the structure of the loaded libcurl} */
    public static VersionInfo current() {
        NativeLibrary.lookup();
        return Holder.CURRENT;
    }

    /** {@return the age of the structure: the number of its extensions} */
    public int age() {
        return age;
    }

    /** {@return the version, as in {@code "8.14.1"}} */
    public String version() {
        return Libc.string(curl_version_info_data.version(struct));
    }

    /** {@return the version as {@code 0xXXYYZZ}} */
    public int versionNumber() {
        return number;
    }

    /** {@return whether this is the version, as in {@code "7.85.0"}, or a newer one} */
    public boolean isAtLeast(String version) {
        int asked = 0;
        int part = 0;
        for (int i = 0;
                i < version.length();
                i++) { // without a regular expression: this is asked in each start of a program
            char c = version.charAt(i);
            if (c == '.') {
                asked = asked << 8 | part;
                part = 0;
            } else {
                part = 10 * part + Character.digit(c, 10);
            }
        }
        return number >= (asked << 8 | part);
    }

    /** {@return the host that libcurl was built for} */
    public String host() {
        return Libc.string(curl_version_info_data.host(struct));
    }

    /** {@return the feature bits} */
    public int features() {
        return curl_version_info_data.features(struct);
    }

    /** {@return the TLS library, or null} */
    public String sslVersion() {
        return Libc.string(curl_version_info_data.ssl_version(struct));
    }

    /** {@return the SSH library, or null} */
    public String libsshVersion() {
        return age >= 3 ? Libc.string(curl_version_info_data.libssh_version(struct)) : null;
    }

    /** {@return the HTTP/2 library, or null} */
    public String nghttp2Version() {
        return age >= 5 ? Libc.string(curl_version_info_data.nghttp2_version(struct)) : null;
    }

    /** {@return the QUIC and HTTP/3 libraries, or null} */
    public String quicVersion() {
        return age >= 5 ? Libc.string(curl_version_info_data.quic_version(struct)) : null;
    }

    /** {@return zlib's version, or null} */
    public String libzVersion() {
        return Libc.string(curl_version_info_data.libz_version(struct));
    }

    /** {@return brotli's version, or null} */
    public String brotliVersion() {
        return age >= 4 ? Libc.string(curl_version_info_data.brotli_version(struct)) : null;
    }

    /** {@return zstd's version, or null} */
    public String zstdVersion() {
        return age >= 7 ? Libc.string(curl_version_info_data.zstd_version(struct)) : null;
    }

    /** {@return c-ares's version, or null} */
    public String aresVersion() {
        return age >= 1 ? Libc.string(curl_version_info_data.ares(struct)) : null;
    }

    /** {@return libidn's version, or null} */
    public String libidnVersion() {
        return age >= 2 ? Libc.string(curl_version_info_data.libidn(struct)) : null;
    }

    /** {@return the built-in path of the CA bundle, or null} */
    public String caInfo() {
        return age >= 6 ? Libc.string(curl_version_info_data.cainfo(struct)) : null;
    }

    /** {@return the built-in path of the CA directory, or null} */
    public String caPath() {
        return age >= 6 ? Libc.string(curl_version_info_data.capath(struct)) : null;
    }

    /** {@return the names of the supported protocols} */
    public List<String> protocols() {
        return strings(curl_version_info_data.protocols(struct));
    }

    /** {@return the names of the features, or null if the loaded libcurl has only the bits} */
    public List<String> featureNames() {
        return age >= 10 ? strings(curl_version_info_data.feature_names(struct)) : null;
    }

    private static List<String> strings(MemorySegment nullTerminated) {
        List<String> strings = new ArrayList<>();
        MemorySegment array = nullTerminated.reinterpret(Long.MAX_VALUE);
        for (long i = 0; ; i++) {
            String string = Libc.string(array.getAtIndex(ValueLayout.ADDRESS, i));
            if (string == null) {
                return List.copyOf(strings);
            }
            strings.add(string);
        }
    }
}
