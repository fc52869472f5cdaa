package io.github.curlffm;

import static java.lang.foreign.ValueLayout.ADDRESS;

import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.Text;
import io.github.curlffm.internal.c.UserInfo;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.handle.Gate;
import io.github.curlffm.internal.handle.Owned;
import io.github.curlffm.internal.lib.Library;
import io.github.curlffm.internal.lib.Utf8Locale;
import io.github.curlffm.option.Constant;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;

/**
 * A URL that libcurl's own parser reads, changes and writes.
 *
 * <pre>{@code
 * try (var url = CurlUrl.parse("https://example.com/a/b?x=1")) {
 *     url.set(Part.QUERY, "name=J\u00fcrgen", Flag.APPENDQUERY, Flag.URLENCODE);
 *     curl.set(CURLU, url);
 * }
 * }</pre>
 *
 * <p>It is used by one thread at a time. Close it after use; a URL that is not closed is released some time after it
 * has become unreachable.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-url.html">libcurl-url</a>
 */
public final class CurlUrl extends Handle {

    private static final String FIRST_VERSION = "7.62.0";
    private static final int FIRST_OUTSIDE_ASCII = 0x80;
    private static final String DEFAULT_SCHEME = "https";

    /** An empty string needs no encoding; libcurl before 8.5.0 would crash. */
    private static final int NOT_ENCODED = ~(int) Flag.URLENCODE.number();

    /** A part of a URL. */
    public enum Part implements Constant {
        /** The whole URL. */
        URL,
        /** The scheme, for example {@code https}. */
        SCHEME,
        /** The user name. */
        USER,
        /** The password. */
        PASSWORD,
        /** The login options of IMAP, POP3 and SMTP. */
        OPTIONS,
        /** The host: a name or a numeric address, the latter in brackets for IPv6. */
        HOST,
        /** The port, as a decimal number. */
        PORT,
        /** The path, which always begins with a slash. */
        PATH,
        /** The query, without its question mark. */
        QUERY,
        /** The fragment, without its number sign. */
        FRAGMENT,
        /** The zone id of an IPv6 address. Since libcurl 7.65.0. */
        ZONEID;

        @Override
        public long number() {
            return ordinal();
        }
    }

    /** A way of getting or setting a part. */
    public enum Flag implements Constant {
        /** Get: the scheme's default port, if the URL has none. */
        DEFAULT_PORT,
        /** Get: no port, if it is the scheme's default. */
        NO_DEFAULT_PORT,
        /** Set, and get the whole URL: {@code https}, if there is no scheme. */
        DEFAULT_SCHEME,
        /** Set: accept any scheme, even if libcurl does not support it. */
        NON_SUPPORT_SCHEME,
        /** Set: leave dots in the path as they are. */
        PATH_AS_IS,
        /** Set: refuse a user name. */
        DISALLOW_USER,
        /** Get: decoded from its percent-encoding. */
        URLDECODE,
        /** Set: percent-encode what needs it; get: encode the host. */
        URLENCODE,
        /** Set: append to the query, after an ampersand. */
        APPENDQUERY,
        /** Set: guess the scheme from the host name, for example from {@code ftp.example.com}. */
        GUESS_SCHEME,
        /** Set: accept an empty host. Since libcurl 7.67.0. */
        NO_AUTHORITY("7.67.0"),
        /** Set: accept spaces. Since libcurl 7.78.0. */
        ALLOW_SPACE("7.78.0"),
        /** Get: the host in punycode. Since libcurl 7.88.0. */
        PUNYCODE("7.88.0"),
        /** Get: the host decoded from punycode. Since libcurl 8.3.0. */
        PUNY2IDN("8.3.0"),
        /** Get: the empty string, not null, for an empty query or fragment. Since libcurl 8.8.0. */
        GET_EMPTY("8.8.0"),
        /** Get: null for a scheme that was guessed. Since libcurl 8.9.0. */
        NO_GUESS_SCHEME("8.9.0");

        /** The first libcurl that has it; an older one would ignore it. */
        private final String since;

        Flag() {
            this(FIRST_VERSION);
        }

        Flag(String since) {
            this.since = since;
        }

        @Override
        public long number() {
            return 1L << ordinal();
        }
    }

    private final Gate gate = new Gate();
    private Text text = Text.UTF_8;

    /**
     * Makes an empty URL. Since libcurl 7.62.0.
     *
     * @throws UnsupportedOperationException if the loaded libcurl is older
     */
    public CurlUrl() {
        this(newHandle());
    }

    private CurlUrl(MemorySegment self) {
        super(owned(self));
    }

    @Override
    Gate gate() {
        return gate;
    }

    private static MemorySegment newHandle() {
        Library.initialize();
        Library.require("curl_url", FIRST_VERSION);
        return made(curl_ffm_h.curl_url(), "curl_url");
    }

    private static Owned owned(MemorySegment self) {
        return Owned.of(self, curl_ffm_h::curl_url_cleanup);
    }

    /**
     * {@return a URL}
     *
     * @param url an absolute URL
     * @param flags how to parse it
     * @throws CurlUrlException if {@code url} is not a valid URL
     * @throws UnsupportedOperationException if the loaded libcurl does not have a flag
     */
    public static CurlUrl parse(String url, Flag... flags) {
        CurlUrl parsed = new CurlUrl();
        try {
            return parsed.set(Part.URL, url, flags);
        } catch (RuntimeException | Error e) {
            parsed.close();
            throw e;
        }
    }

    /**
     * {@return a URL}
     *
     * @param uri an absolute URI, of any scheme
     * @throws CurlUrlException if libcurl cannot parse it
     */
    public static CurlUrl of(URI uri) {
        return parse(uri.toASCIIString(), Flag.NON_SUPPORT_SCHEME);
    }

    /**
     * Sets the charset of the parts, also for {@link Flag#URLENCODE} and {@link Flag#URLDECODE}. Default UTF-8; with
     * {@code ISO_8859_1} each byte is one character. Bytes that cannot be decoded become noncharacters, as with
     * {@link Easy#charset(Charset)}. It has no effect on a transfer with the URL.
     *
     * @param charset the charset; an international host name needs UTF-8
     * @return this URL
     * @throws IllegalArgumentException if the charset does not encode ASCII as ASCII, for example UTF-16
     */
    public CurlUrl charset(Charset charset) {
        Text chosen = Text.in(charset);
        try (Use _ = enter()) {
            text = chosen;
            return this;
        }
    }

    /** {@return the charset of the parts} */
    public Charset charset() {
        try (Use _ = enter()) {
            return text.charset();
        }
    }

    /**
     * Sets a part. A relative URL for {@link Part#URL} is resolved against the current URL.
     *
     * @param part the part
     * @param value its value, never null
     * @param flags how to set it
     * @return this URL
     * @throws CurlUrlException if libcurl refuses the value, the charset cannot encode it, or it has a line break and
     *     the flag {@link Flag#URLENCODE} is not given
     * @throws UnsupportedOperationException if the loaded libcurl does not have a flag
     * @see <a href="https://curl.se/libcurl/c/curl_url_set.html">curl_url_set</a>
     */
    public CurlUrl set(Part part, String value, Flag... flags) {
        Objects.requireNonNull(value, () -> part + " is not set to null; use unset(" + part + ")");
        int bits = bits(flags);
        boolean encoded = (bits & Flag.URLENCODE.number()) != 0;
        Text.Refusal refusal = why -> refused(CurlUrlCode.MALFORMED_INPUT.number(), part, value, "it " + why);
        byte[] bytes = encoded ? text.string(value, refusal) : text.line(value, refusal); // libcurl is more lenient
        try (Use _ = enter();
                Arena arena = Arena.ofConfined()) {
            boolean lacksScheme = part == Part.URL && lacksScheme(bits);
            if (lacksScheme) { // and libcurl 8.14.1 would crash when it makes another of the two
                set(Part.SCHEME, DEFAULT_SCHEME);
            }
            try {
                setPointer(part, value, C.terminated(bytes, arena), value.isEmpty() ? bits & NOT_ENCODED : bits);
            } catch (CurlUrlException e) {
                if (lacksScheme) {
                    unset(Part.SCHEME);
                }
                throw e;
            }
        }
        return this;
    }

    /** {@return whether this has no scheme, and is a URL only because of the flag {@link Flag#DEFAULT_SCHEME}} */
    private boolean lacksScheme(int bits) {
        return (bits & Flag.DEFAULT_SCHEME.number()) != 0 && get(Part.SCHEME) == null && get(Part.HOST) != null;
    }

    /**
     * Removes a part; {@link Part#URL} removes all parts.
     *
     * @param part the part
     * @return this URL
     */
    public CurlUrl unset(Part part) {
        setPointer(part, "nothing", MemorySegment.NULL, 0);
        return this;
    }

    private void setPointer(Part part, String value, MemorySegment pointer, int bits) {
        try (Use _ = enter()) {
            int code = Utf8Locale.in(() -> curl_ffm_h.curl_url_set(pointer(), (int) part.number(), pointer, bits));
            if (code != 0) {
                throw refused(code, part, value, "");
            }
        }
    }

    private static CurlUrlException refused(int code, Part part, String value, String why) {
        String shown = switch (part) {
            case URL -> UserInfo.blanked(value);
            case PASSWORD -> "(a secret, not shown)";
            default -> value;
        };
        return new CurlUrlException(code, part + " refused", shown, why);
    }

    /**
     * {@return a part, or null if the URL does not have it}
     *
     * @param part the part
     * @param flags how to get it
     * @throws CurlUrlException if libcurl cannot return it, for example {@link Part#URL} without a host
     * @throws UnsupportedOperationException if the loaded libcurl does not have a flag
     * @see <a href="https://curl.se/libcurl/c/curl_url_get.html">curl_url_get</a>
     */
    public String get(Part part, Flag... flags) {
        try (Use _ = enter();
                Arena arena = Arena.ofConfined()) {
            MemorySegment result = arena.allocate(ADDRESS);
            int bits = bits(flags);
            int code = Utf8Locale.in(() -> curl_ffm_h.curl_url_get(pointer(), (int) part.number(), result, bits));
            if (isAbsent(part, CurlUrlCode.of(code))) {
                return null;
            }
            if (code != 0) {
                throw new CurlUrlException(code, "cannot get", part);
            }
            try {
                return text.string(result.get(ADDRESS, 0));
            } finally {
                curl_ffm_h.curl_free(result.get(ADDRESS, 0));
            }
        }
    }

    private static boolean isAbsent(Part part, CurlUrlCode code) {
        return part != Part.URL
                && switch (code) {
                    case NO_SCHEME,
                            NO_USER,
                            NO_PASSWORD,
                            NO_OPTIONS,
                            NO_HOST,
                            NO_PORT,
                            NO_QUERY,
                            NO_FRAGMENT,
                            NO_ZONEID -> true;
                    case UNKNOWN_PART -> part == Part.ZONEID; // what libcurl before 7.81.0 calls one that is absent
                    default -> false;
                };
    }

    private static int bits(Flag... flags) {
        for (Flag flag : flags) {
            if (!Library.isAtLeast(flag.since)) {
                throw Library.tooOld("CurlUrl.Flag " + flag, flag.since);
            }
        }
        return (int) Constant.bits(List.of(flags));
    }

    /**
     * {@return another URL with the same parts and charset}
     *
     * @see <a href="https://curl.se/libcurl/c/curl_url_dup.html">curl_url_dup</a>
     */
    public CurlUrl duplicate() {
        CurlUrl copy = new CurlUrl(copy());
        copy.text = text;
        return copy;
    }

    private MemorySegment copy() {
        try (Use _ = enter()) {
            return made(curl_ffm_h.curl_url_dup(pointer()), "curl_url_dup");
        }
    }

    /**
     * {@return the URL as a {@link URI}}, with an international host name in punycode, which {@code URI} needs, and a
     * zone id in Java's syntax
     *
     * @throws CurlUrlException if the URL is incomplete, or the loaded libcurl cannot convert its host to punycode
     * @throws IllegalArgumentException if the URL is not a valid URI for Java
     */
    public URI toURI() {
        String host = get(Part.HOST);
        boolean international = host != null && !host.chars().allMatch(c -> c < FIRST_OUTSIDE_ASCII);
        String url = international ? get(Part.URL, Flag.PUNYCODE) : get(Part.URL);
        String zone = get(Part.ZONEID);
        try {
            return new URI(zone == null ? url : url.replace("%25" + zone + "]", "%" + zone + "]"));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    e.getReason() + " at index " + e.getIndex() + ": " + UserInfo.blanked(url)); // e shows all of it
        }
    }

    /** {@return the whole URL, or the reason why there is none} */
    @Override
    public String toString() {
        try {
            return get(Part.URL);
        } catch (CurlUrlException | IllegalStateException e) {
            return "CurlUrl (" + e.getMessage() + ")";
        }
    }

    /** {@return a copy, so that this can change during a transfer} */
    Attached attach() {
        return Attached.plainly(this, owned(copy()));
    }

    /** Releases the memory. Closing a closed URL has no effect. */
    @Override
    public void close() {
        try (Use _ = enterToClose()) {
            if (end()) {
                release();
            }
        }
    }
}
