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

    private Curl() {}

    /**
     * What the loaded libcurl is made of; what it was built without is null.
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
     * @param caPath the built-in path of the CA folder
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

        /** {@return one line for people} */
        @Override
        public String toString() {
            return "libcurl " + version + " (" + library + ", " + host + ") " + ssl + " protocols " + protocols
                    + " features " + features;
        }
    }

    /**
     * {@return the version and features of the loaded libcurl}
     *
     * @throws UnsatisfiedLinkError when libcurl cannot be found, with every try and how to install it
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
     * @throws IllegalArgumentException when it has half a character
     * @throws OutOfMemoryError when libcurl cannot make it; older ones give up at 24 MB
     * @see <a href="https://curl.se/libcurl/c/curl_easy_escape.html">curl_easy_escape</a>
     */
    public static String escape(String string) {
        return escape(string, StandardCharsets.UTF_8);
    }

    /**
     * {@return the string with everything but letters, digits and {@code -._~} percent-encoded}
     *
     * @param string a string
     * @param charset what to encode it in
     * @throws IllegalArgumentException when it has half a character, or one that the charset does not have; for a
     *     charset in which ASCII is not ASCII, such as UTF-16
     * @throws OutOfMemoryError when libcurl cannot make it; older ones give up at 24 MB
     * @see <a href="https://curl.se/libcurl/c/curl_easy_escape.html">curl_easy_escape</a>
     */
    public static String escape(String string, Charset charset) {
        Library.initialize();
        Text text = Text.in(charset);
        byte[] bytes = text.bytes(string, Text.refusal("the string", string));
        if (bytes.length == 0) {
            return "";
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment escaped = allocated(
                    curl_ffm_h.curl_easy_escape(
                            MemorySegment.NULL, arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes), bytes.length),
                    "curl_easy_escape");
            try {
                return text.string(escaped);
            } finally {
                curl_ffm_h.curl_free(escaped);
            }
        }
    }

    /**
     * {@return the string with percent-encoded bytes decoded, read as UTF-8; bytes that are not UTF-8 become
     * noncharacters, as with {@link Easy#charset(Charset)}}
     *
     * @param string what {@link #escape} gave, or any part of a URL
     * @throws IllegalArgumentException when it has half a character
     * @see <a href="https://curl.se/libcurl/c/curl_easy_unescape.html">curl_easy_unescape</a>
     */
    public static String unescape(String string) {
        return unescape(string, StandardCharsets.UTF_8);
    }

    /**
     * {@return the string with percent-encoded bytes decoded}
     *
     * @param string what {@link #escape} gave, or any part of a URL
     * @param charset what the bytes are in
     * @throws IllegalArgumentException when the string has half a character, or one that the charset does not have; for
     *     a charset in which ASCII is not ASCII, such as UTF-16
     * @see <a href="https://curl.se/libcurl/c/curl_easy_unescape.html">curl_easy_unescape</a>
     */
    public static String unescape(String string, Charset charset) {
        Library.initialize();
        Text text = Text.in(charset);
        byte[] bytes = text.bytes(string, Text.refusal("the string", string));
        if (bytes.length == 0) {
            return "";
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment length = arena.allocate(ValueLayout.JAVA_INT);
            MemorySegment plain = allocated(
                    curl_ffm_h.curl_easy_unescape(
                            MemorySegment.NULL, arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes), bytes.length, length),
                    "curl_easy_unescape");
            try {
                return text.string(C.bytes(plain, length.get(ValueLayout.JAVA_INT, 0)));
            } finally {
                curl_ffm_h.curl_free(plain);
            }
        }
    }

    private static MemorySegment allocated(MemorySegment memory, String function) {
        if (memory.address() == 0) {
            throw new OutOfMemoryError(function + " returned NULL");
        }
        return memory;
    }

    /**
     * {@return the moment that a date in one of the many forms of HTTP, mail and cookies means}
     *
     * @param date as in {@code "Sun, 06 Nov 1994 08:49:37 GMT"}
     * @throws IllegalArgumentException when libcurl cannot read it
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
     * {@return libcurl's own words for a code}
     *
     * @param code which one
     * @see <a href="https://curl.se/libcurl/c/curl_easy_strerror.html">curl_easy_strerror</a>
     */
    public static String strerror(CurlCode code) {
        NativeLibrary.lookup();
        return Library.strerror(code.number());
    }

    /**
     * A TLS library that the loaded libcurl was built with.
     *
     * @param backend which one; null for one that this version of curl-ffm does not know
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
     * Chooses the TLS library of a libcurl that was built with several; to be called before anything else of this
     * library.
     *
     * @param backend which one
     * @throws IllegalStateException when libcurl is initialized already
     * @throws IllegalArgumentException when libcurl was built without it
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
     * Says which of libcurl's components report to the debug callbacks of handles that are {@code VERBOSE}, as in
     * {@code "http/2,-dns"}; to be called before the first transfer. Since libcurl 8.3.0.
     *
     * @param components names with commas between them, each with {@code -} in front to take it away; {@code all} means
     *     all of them, and unknown ones are ignored
     * @throws UnsupportedOperationException when the loaded libcurl is older
     * @throws IllegalArgumentException when libcurl refuses it
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
     * Initializes libcurl with other memory functions, for the life of the process: a tool to find leaks and to see what
     * happens when memory runs out, not one to make anything faster. To be called before anything else of this library.
     *
     * <p>Everything that libcurl allocates goes through these, from any thread, libcurl's own ones included, and from
     * several at once; what the TLS library and others allocate does not. {@link CMemory} has the C library's own
     * functions, to fall back on. The five must not use this library but for {@code CMemory}.
     * <b>A function that gives wrong memory crashes the JVM</b>: for one, memory of an arena that is closed, or freed,
     * before libcurl frees it.
     *
     * <p>One that throws, or returns {@link MemorySegment#NULL}, tells libcurl that there is no memory, which ends what
     * it is at with {@link CurlCode#OUT_OF_MEMORY} or the like, or with an {@link OutOfMemoryError} where libcurl can
     * only return NULL. {@link #takeMemoryFailure} has what was thrown. Before libcurl 8.5.0 that would crash some
     * duplicates, which are refused: {@link Easy#duplicate}.
     *
     * @param malloc allocates
     * @param free gives back
     * @param realloc changes the size
     * @param strdup copies a string
     * @param calloc allocates and clears
     * @throws IllegalStateException when libcurl is initialized already
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
