package io.github.curlffm.option;

import static io.github.curlffm.internal.key.Trait.COMMAND;
import static io.github.curlffm.internal.key.Trait.FILE;
import static io.github.curlffm.internal.key.Trait.LIVE;
import static io.github.curlffm.internal.key.Trait.SECRET;
import static io.github.curlffm.internal.key.Trait.URI;

import io.github.curlffm.internal.key.InfoKind;
import io.github.curlffm.internal.key.Kind;
import java.time.Instant;
import java.util.List;

/** The keys that are an option and an info: declared once, so that no import is ambiguous. */
public sealed interface OptionsAndInfos permits Option, Info {

    /**
     * As an option: PEM file with the CA certificates that the peer is checked against; the default is the bundle that
     * libcurl was built for. Since libcurl 7.4.2.
     *
     * <p>As an info: that default, null when there is none. Since libcurl 7.84.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_CAINFO.html">CURLOPT_CAINFO</a>
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_CAINFO.html">CURLINFO_CAINFO</a>
     */
    OptionAndInfo<String, String> CAINFO = OptionInfoKey.of(
            new EasyKey<>(Kind.STRING, "CAINFO", 10065, "7.4.2", FILE),
            new InfoKey<>(InfoKind.STRING, "CAINFO", 0x100000 + 61, "7.84.0", FILE));

    /**
     * As an option: directory of CA certificates that the peer is checked against, hashed by OpenSSL's
     * {@code c_rehash} where OpenSSL is used; the default is fixed when libcurl is built. Since libcurl 7.9.8.
     *
     * <p>As an info: that default, null when there is none. Since libcurl 7.84.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_CAPATH.html">CURLOPT_CAPATH</a>
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_CAPATH.html">CURLINFO_CAPATH</a>
     */
    OptionAndInfo<String, String> CAPATH = OptionInfoKey.of(
            new EasyKey<>(Kind.STRING, "CAPATH", 10097, "7.9.8", FILE),
            new InfoKey<>(InfoKind.STRING, "CAPATH", 0x100000 + 62, "7.84.0", FILE));

    /**
     * As an option: whether to collect information about the peer's certificate chain; default false. Since libcurl
     * 7.19.1.
     *
     * <p>As an info: the certificates that the server sent; empty unless the option was on. Since libcurl 7.19.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_CERTINFO.html">CURLOPT_CERTINFO</a>
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_CERTINFO.html">CURLINFO_CERTINFO</a>
     */
    OptionAndInfo<Boolean, List<CertInfo>> CERTINFO = OptionInfoKey.of(
            new EasyKey<>(Kind.FLAG, "CERTINFO", 172, "7.19.1"),
            new InfoKey<>(InfoKind.CERTINFO, "CERTINFO", 0x400000 + 34, "7.19.1"));

    /**
     * As an option: adds one cookie, as a Netscape line or a {@code Set-Cookie:} header, or carries out one of the
     * commands {@code ALL}, {@code SESS}, {@code FLUSH} and {@code RELOAD}. Since libcurl 7.14.1.
     *
     * <p>As an info: all cookies that the handle knows, expired ones as well, one line each in the format of a cookie
     * file. Since libcurl 7.14.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_COOKIELIST.html">CURLOPT_COOKIELIST</a>
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_COOKIELIST.html">CURLINFO_COOKIELIST</a>
     */
    OptionAndInfo<String, List<String>> COOKIELIST = OptionInfoKey.of(
            new EasyKey<>(Kind.STRING, "COOKIELIST", 10135, "7.14.1", SECRET, COMMAND),
            new InfoKey<>(InfoKind.SLIST, "COOKIELIST", 0x400000 + 28, "7.14.1", SECRET));

    /**
     * As an option: whether to ask for the modification time of the remote document; default false. Since libcurl
     * 7.5.0.
     *
     * <p>As an info: that time, null when unknown. On Windows it ends in 2038: prefer {@link Info#FILETIME_T}. Since
     * libcurl 7.5.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_FILETIME.html">CURLOPT_FILETIME</a>
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_FILETIME.html">CURLINFO_FILETIME</a>
     */
    OptionAndInfo<Boolean, Instant> FILETIME = OptionInfoKey.of(
            new EasyKey<>(Kind.FLAG, "FILETIME", 69, "7.5.0"),
            new InfoKey<>(InfoKind.INSTANT, "FILETIME", 0x200000 + 14, "7.5.0"));

    /**
     * As an option: the HTTP version to ask for; default {@link HttpVersion#NONE} ({@link HttpVersion#HTTP_2TLS} from
     * 7.62.0 until 8.13.0). Since libcurl 7.9.1.
     *
     * <p>As an info: the HTTP version of the last transfer, {@code NONE} when it is not known. Since libcurl 7.50.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTP_VERSION.html">CURLOPT_HTTP_VERSION</a>
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_HTTP_VERSION.html">CURLINFO_HTTP_VERSION</a>
     */
    OptionAndInfo<HttpVersion, HttpVersion> HTTP_VERSION = OptionInfoKey.of(
            new EasyKey<>(Kind.VALUE, "HTTP_VERSION", 84, "7.9.1"),
            new InfoKey<>(InfoKind.VALUE, "HTTP_VERSION", 0x200000 + 46, "7.50.0", HttpVersion.class));

    /**
     * As an option: any object to keep with the handle; it stays in Java. Since libcurl 7.10.3.
     *
     * <p>As an info: that object, null when there is none. Since libcurl 7.10.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PRIVATE.html">CURLOPT_PRIVATE</a>
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_PRIVATE.html">CURLINFO_PRIVATE</a>
     */
    OptionAndInfo<Object, Object> PRIVATE = OptionInfoKey.of(
            new EasyKey<>(Kind.OBJECT, "PRIVATE", 10103, "7.10.3", LIVE),
            new InfoKey<>(InfoKind.OBJECT, "PRIVATE", 0x100000 + 21, "7.10.3"));

    /**
     * As an option: the value of the HTTP header {@code Referer}; default unset, no such header. Since libcurl 7.1.0.
     *
     * <p>As an info: the value of that header in the last request, null when there was none. Since libcurl 7.76.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_REFERER.html">CURLOPT_REFERER</a>
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_REFERER.html">CURLINFO_REFERER</a>
     */
    OptionAndInfo<String, String> REFERER = OptionInfoKey.of(
            new EasyKey<>(Kind.STRING, "REFERER", 10016, "7.1.0", URI),
            new InfoKey<>(InfoKind.STRING, "REFERER", 0x100000 + 60, "7.76.0", URI));

    /**
     * As an option: the sequence number of the next RTSP request; it counts up from there. Default 0. Since libcurl
     * 7.20.0.
     *
     * <p>As an info: the sequence number that the next RTSP request will have. Since libcurl 7.20.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_RTSP_CLIENT_CSEQ.html">CURLOPT_RTSP_CLIENT_CSEQ</a>
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_RTSP_CLIENT_CSEQ.html">CURLINFO_RTSP_CLIENT_CSEQ</a>
     */
    OptionAndInfo<Long, Long> RTSP_CLIENT_CSEQ = OptionInfoKey.of(
            new EasyKey<>(Kind.LONG, "RTSP_CLIENT_CSEQ", 193, "7.20.0"),
            new InfoKey<>(InfoKind.LONG, "RTSP_CLIENT_CSEQ", 0x200000 + 37, "7.20.0"));

    /**
     * As an option: the sequence number that the next request of the RTSP server must have; libcurl does not read such
     * requests yet. Default 0. Since libcurl 7.20.0.
     *
     * <p>As an info: the sequence number expected from the RTSP server next. Since libcurl 7.20.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_RTSP_SERVER_CSEQ.html">CURLOPT_RTSP_SERVER_CSEQ</a>
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_RTSP_SERVER_CSEQ.html">CURLINFO_RTSP_SERVER_CSEQ</a>
     */
    OptionAndInfo<Long, Long> RTSP_SERVER_CSEQ = OptionInfoKey.of(
            new EasyKey<>(Kind.LONG, "RTSP_SERVER_CSEQ", 194, "7.20.0"),
            new InfoKey<>(InfoKind.LONG, "RTSP_SERVER_CSEQ", 0x200000 + 38, "7.20.0"));

    /**
     * As an option: the RTSP session to continue; default unset, the one that the server assigns. Since libcurl 7.20.0.
     *
     * <p>As an info: the id of the last RTSP session, null when there is none. Since libcurl 7.20.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_RTSP_SESSION_ID.html">CURLOPT_RTSP_SESSION_ID</a>
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_RTSP_SESSION_ID.html">CURLINFO_RTSP_SESSION_ID</a>
     */
    OptionAndInfo<String, String> RTSP_SESSION_ID = OptionInfoKey.of(
            new EasyKey<>(Kind.STRING, "RTSP_SESSION_ID", 10190, "7.20.0"),
            new InfoKey<>(InfoKind.STRING, "RTSP_SESSION_ID", 0x100000 + 36, "7.20.0"));
}
