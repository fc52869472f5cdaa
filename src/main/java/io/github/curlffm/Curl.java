package io.github.curlffm;

import io.github.curlffm.callback.CallocCallback;
import io.github.curlffm.callback.FreeCallback;
import io.github.curlffm.callback.MallocCallback;
import io.github.curlffm.callback.ReallocCallback;
import io.github.curlffm.callback.StrdupCallback;
import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.Shown;
import io.github.curlffm.internal.c.SslBackendStruct;
import io.github.curlffm.internal.c.Text;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.lib.NativeLibrary;
import io.github.curlffm.internal.lib.VersionInfo;
import io.github.curlffm.internal.upcall.MemoryState;
import io.github.curlffm.option.Constant;
import io.github.curlffm.option.SslBackend;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * libcurl as a whole: its version and features, and the functions that need no handle.
 *
 * <p>libcurl is loaded and initialized by whatever needs it first.
 */
public final class Curl {

    private static final long NOT_A_DATE = -1;
    private static final int NO_LENGTH = -1;

    private Curl() {}

    /**
     * The loaded libcurl, and the versions of the libraries that it was built with: null for one that it lacks.
     *
     * @param version libcurl's version, as in {@code "8.14.1"}
     * @param number libcurl's version as {@code 0xXXYYZZ}
     * @param library the name or path by which libcurl was loaded
     * @param host the system that it was built for
     * @param ssl the TLS library and its version
     * @param ssh the SSH library and its version
     * @param http2 nghttp2's version
     * @param http3 the QUIC and HTTP/3 libraries and their versions
     * @param zlib zlib's version
     * @param brotli brotli's version
     * @param zstd zstd's version
     * @param idn libidn2's version
     * @param ares c-ares's version
     * @param caInfo the built-in path of the CA bundle
     * @param caPath the built-in path of the CA directory
     * @param protocols the protocols, as in {@code "https"}
     * @param features the features, as in {@code "HTTP2"}
     */
    public record Version(
            String version,
            int number,
            String library,
            String host,
            String ssl,
            String ssh,
            String http2,
            String http3,
            String zlib,
            String brotli,
            String zstd,
            String idn,
            String ares,
            String caInfo,
            String caPath,
            Set<String> protocols,
            Set<String> features) {

        /**
         * {@return whether this is libcurl {@code major.minor.patch} or newer}
         *
         * @param major the first number
         * @param minor the second number
         * @param patch the third number
         */
        public boolean isAtLeast(int major, int minor, int patch) {
            return number >= (major << 16 | minor << 8 | patch);
        }

        /** {@return a description in one line} */
        @Override
        public String toString() {
            return "libcurl " + version + " (" + library + ", " + host + ") " + ssl + " protocols " + protocols
                    + " features " + features;
        }
    }

    /**
     * {@return the version and features of the loaded libcurl}
     *
     * @throws UnsatisfiedLinkError if libcurl cannot be found; the message lists all names that were tried, and how to
     *     install libcurl
     * @see <a href="https://curl.se/libcurl/c/curl_version_info.html">curl_version_info</a>
     */
    public static Version version() {
        Library.initialize();
        VersionInfo info = VersionInfo.current();
        return new Version(
                info.version(),
                info.versionNumber(),
                NativeLibrary.name(),
                info.host(),
                info.sslVersion(),
                info.libsshVersion(),
                info.nghttp2Version(),
                info.quicVersion(),
                info.libzVersion(),
                info.brotliVersion(),
                info.zstdVersion(),
                info.libidnVersion(),
                info.aresVersion(),
                info.caInfo(),
                info.caPath(),
                sorted(info.protocols()),
                sorted(Features.of(info)));
    }

    private static Set<String> sorted(List<String> names) {
        return Collections.unmodifiableSet(new TreeSet<>(names));
    }

    /**
     * {@return the string in UTF-8, with everything but letters, digits and {@code -._~} percent-encoded}
     *
     * @param string any string
     * @throws IllegalArgumentException if the string contains an unpaired surrogate
     * @throws OutOfMemoryError if libcurl cannot allocate the result; older versions fail at 24 MB
     * @see <a href="https://curl.se/libcurl/c/curl_easy_escape.html">curl_easy_escape</a>
     */
    public static String escape(String string) {
        return escape(string, StandardCharsets.UTF_8);
    }

    /**
     * {@return the string with everything but letters, digits and {@code -._~} percent-encoded}
     *
     * @param string a string
     * @param charset the charset of the encoded bytes
     * @throws IllegalArgumentException if the string contains an unpaired surrogate or a character that the charset
     *     does not have, or if the charset does not encode ASCII as ASCII, for example UTF-16
     * @throws OutOfMemoryError if libcurl cannot allocate the result; older versions fail at 24 MB
     * @see <a href="https://curl.se/libcurl/c/curl_easy_escape.html">curl_easy_escape</a>
     */
    public static String escape(String string, Charset charset) {
        return converted(
                string,
                charset,
                "curl_easy_escape",
                (bytes, size, _) -> curl_ffm_h.curl_easy_escape(MemorySegment.NULL, bytes, size));
    }

    /**
     * {@return the string with percent-encoded bytes decoded as UTF-8; bytes that are not UTF-8 become noncharacters,
     * as with {@link Easy#charset(Charset)}}
     *
     * @param string the result of {@link #escape}, or any part of a URL
     * @throws IllegalArgumentException if the string contains an unpaired surrogate
     * @see <a href="https://curl.se/libcurl/c/curl_easy_unescape.html">curl_easy_unescape</a>
     */
    public static String unescape(String string) {
        return unescape(string, StandardCharsets.UTF_8);
    }

    /**
     * {@return the string with percent-encoded bytes decoded}
     *
     * @param string the result of {@link #escape}, or any part of a URL
     * @param charset the charset of the decoded bytes
     * @throws IllegalArgumentException if the string contains an unpaired surrogate or a character that the charset
     *     does not have, or if the charset does not encode ASCII as ASCII, for example UTF-16
     * @see <a href="https://curl.se/libcurl/c/curl_easy_unescape.html">curl_easy_unescape</a>
     */
    public static String unescape(String string, Charset charset) {
        return converted(
                string,
                charset,
                "curl_easy_unescape",
                (bytes, size, length) -> curl_ffm_h.curl_easy_unescape(MemorySegment.NULL, bytes, size, length));
    }

    /** A function that returns a new string: with its length, or without and then ended by a zero byte. */
    @FunctionalInterface
    private interface Conversion {
        MemorySegment of(MemorySegment bytes, int size, MemorySegment length);
    }

    private static String converted(String string, Charset charset, String function, Conversion conversion) {
        Library.initialize();
        Text text = Text.in(charset);
        byte[] bytes = text.bytes(string, Text.refusal("the string", string));
        if (bytes.length == 0) {
            return "";
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment length = arena.allocateFrom(ValueLayout.JAVA_INT, NO_LENGTH);
            MemorySegment result =
                    conversion.of(arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes), bytes.length, length);
            if (result.address() == 0) {
                throw new OutOfMemoryError(function + " returned NULL");
            }
            try {
                int count = length.get(ValueLayout.JAVA_INT, 0);
                return count == NO_LENGTH ? text.string(result) : text.string(C.bytes(result, count));
            } finally {
                curl_ffm_h.curl_free(result);
            }
        }
    }

    /**
     * {@return the instant of a date that is written in one of the formats of HTTP, mail and cookies}
     *
     * @param date the date, for example {@code "Sun, 06 Nov 1994 08:49:37 GMT"}
     * @throws IllegalArgumentException if libcurl cannot parse it
     * @see <a href="https://curl.se/libcurl/c/curl_getdate.html">curl_getdate</a>
     */
    public static Instant parseDate(String date) {
        Library.initialize();
        byte[] bytes = Text.UTF_8.string(date, why -> unreadable(date, ": it " + why));
        try (Arena arena = Arena.ofConfined()) {
            long seconds = curl_ffm_h.curl_getdate(C.terminated(bytes, arena), MemorySegment.NULL);
            if (seconds == NOT_A_DATE) {
                throw unreadable(date, "");
            }
            return Instant.ofEpochSecond(seconds);
        }
    }

    private static IllegalArgumentException unreadable(String date, String why) {
        return new IllegalArgumentException("libcurl cannot read the date \"" + Shown.of(date) + "\"" + why);
    }

    /**
     * {@return libcurl's message for a code}
     *
     * @param code the code
     * @see <a href="https://curl.se/libcurl/c/curl_easy_strerror.html">curl_easy_strerror</a>
     */
    public static String strerror(CurlCode code) {
        NativeLibrary.lookup();
        return Library.strerror(code.number());
    }

    /**
     * A TLS library that the loaded libcurl was built with.
     *
     * @param backend the library; null if this version of curl-ffm does not know it
     * @param name libcurl's name for it
     */
    public record AvailableSslBackend(SslBackend backend, String name) {}

    /**
     * {@return the TLS libraries that the loaded libcurl was built with}
     *
     * @see <a href="https://curl.se/libcurl/c/curl_global_sslset.html">curl_global_sslset</a>
     */
    public static List<AvailableSslBackend> sslBackends() {
        Library.initialize();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment list = arena.allocate(ValueLayout.ADDRESS);
            curl_ffm_h.curl_global_sslset(curl_ffm_h.CURLSSLBACKEND_NONE(), MemorySegment.NULL, list);
            return SslBackendStruct.readAll(list.get(ValueLayout.ADDRESS, 0)).stream()
                    .map(backend ->
                            new AvailableSslBackend(Constant.of(SslBackend.class, backend.id()), backend.name()))
                    .toList();
        }
    }

    /**
     * Chooses the TLS library, if libcurl was built with several. Call it before anything else of this library.
     *
     * @param backend the TLS library
     * @throws IllegalStateException if libcurl is already initialized
     * @throws IllegalArgumentException if libcurl was built without it
     * @see <a href="https://curl.se/libcurl/c/curl_global_sslset.html">curl_global_sslset</a>
     */
    public static void sslset(SslBackend backend) {
        Objects.requireNonNull(backend, "backend");
        int code = Library.beforeInitialization(
                "sslset",
                () -> curl_ffm_h.curl_global_sslset(
                        Math.toIntExact(backend.number()), MemorySegment.NULL, MemorySegment.NULL));
        if (code != curl_ffm_h.CURLSSLSET_OK()) {
            throw new IllegalArgumentException("libcurl " + Library.version() + " cannot use " + backend
                    + " for TLS: curl_global_sslset returned " + code);
        }
    }

    /**
     * Selects the components of libcurl that report to the debug callbacks of handles with {@code VERBOSE}, for example
     * {@code "http/2,-dns"}. Call it before the first transfer. Since libcurl 8.3.0.
     *
     * @param components comma-separated names; {@code -} before a name turns it off, {@code all} means all of them, and
     *     unknown names are ignored
     * @throws UnsupportedOperationException if the loaded libcurl is older
     * @throws IllegalArgumentException if libcurl refuses the list
     * @see <a href="https://curl.se/libcurl/c/curl_global_trace.html">curl_global_trace</a>
     */
    public static void trace(String components) {
        Library.initialize();
        Library.require("curl_global_trace", "8.3.0");
        byte[] bytes = Text.UTF_8.line(components, Text.refusal("the list of components", components));
        try (Arena arena = Arena.ofConfined()) {
            int code = curl_ffm_h.curl_global_trace(C.terminated(bytes, arena));
            if (code != 0) {
                throw new IllegalArgumentException(
                        "curl_global_trace refused \"" + components + "\": [" + code + "] " + Library.strerror(code));
            }
        }
    }

    /**
     * Initializes libcurl with other memory functions, for the life of the process. It is a tool to find leaks, and to
     * test what happens when memory runs out. Call it before anything else of this library.
     *
     * <p>libcurl calls these functions for all of its memory, from any thread, including its own, and from several
     * threads at once. It does not call them for the memory of other libraries, such as the TLS library. They can call
     * the C library's functions in {@link CMemory}, and must not use anything else of this library.
     *
     * <p><b>A function that returns wrong memory crashes the JVM</b>: for example memory that is freed, or whose arena
     * is closed, before libcurl frees it.
     *
     * <p>If a function throws or returns {@link MemorySegment#NULL}, libcurl is out of memory. Its operation ends with
     * {@link CurlCode#OUT_OF_MEMORY} or a similar code, or with an {@link OutOfMemoryError} where libcurl can only
     * return NULL. {@link #takeMemoryFailure} returns what was thrown. Before libcurl 8.5.0 this would
     * crash some duplicates, which are refused: see {@link Easy#duplicate}.
     *
     * @param malloc allocates
     * @param free frees
     * @param realloc changes the size
     * @param strdup copies a string
     * @param calloc allocates and clears
     * @throws IllegalStateException if libcurl is already initialized
     * @see <a href="https://curl.se/libcurl/c/curl_global_init_mem.html">curl_global_init_mem</a>
     */
    public static void globalInitMem(
            MallocCallback malloc,
            FreeCallback free,
            ReallocCallback realloc,
            StrdupCallback strdup,
            CallocCallback calloc) {
        MemoryState callbacks = new MemoryState(
                Objects.requireNonNull(malloc, "malloc"),
                Objects.requireNonNull(free, "free"),
                Objects.requireNonNull(realloc, "realloc"),
                Objects.requireNonNull(strdup, "strdup"),
                Objects.requireNonNull(calloc, "calloc"));
        Library.initialize("globalInitMem", "curl_global_init_mem", callbacks::initialize);
    }

    /** {@return the first exception that a memory callback threw since the last call, or null} */
    public static Throwable takeMemoryFailure() {
        return MemoryState.takeFailure();
    }
}
