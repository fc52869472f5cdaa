package io.github.curlffm.option;

import io.github.curlffm.callback.TlsSession;
import io.github.curlffm.internal.key.InfoKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An info about the transfer of an easy handle, by libcurl's own name without {@code CURLINFO_}, with the Java type of
 * its value.
 *
 * <p>The values are those of the last transfer, or of the running one. Times count from the start of the transfer, and
 * include all redirects.
 *
 * <p>An info that this table does not have yet is reached by its number: {@link #number(String, int)},
 * {@link #string(String, int)} and so on.
 *
 * @param <T> the Java type of the value
 */
public sealed interface Info<T> extends Key, OptionsAndInfos permits InfoKey, OptionAndInfo {

    /**
     * The socket of the most recent connection, null when it is gone; for use with {@link Option#CONNECT_ONLY}. Since
     * libcurl 7.45.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_ACTIVESOCKET.html">CURLINFO_ACTIVESOCKET</a>
     */
    Info<Long> ACTIVESOCKET = socket("ACTIVESOCKET", 0x500000 + 44, "7.45.0");

    /**
     * Time from the start until the TLS or SSH handshake was done, in seconds. Since libcurl 7.19.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_APPCONNECT_TIME.html">CURLINFO_APPCONNECT_TIME</a>
     */
    Info<Double> APPCONNECT_TIME = real("APPCONNECT_TIME", 0x300000 + 33, "7.19.0");

    /**
     * Time from the start until the TLS or SSH handshake was done. Since libcurl 7.61.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_APPCONNECT_TIME_T.html">CURLINFO_APPCONNECT_TIME_T</a>
     */
    Info<Duration> APPCONNECT_TIME_T = microseconds("APPCONNECT_TIME_T", 0x600000 + 56, "7.61.0");

    /**
     * Whether no body was received, because the condition of {@link Option#TIMECONDITION} was not met or the status was
     * 304. Since libcurl 7.19.4.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_CONDITION_UNMET.html">CURLINFO_CONDITION_UNMET</a>
     */
    Info<Boolean> CONDITION_UNMET = flag("CONDITION_UNMET", 0x200000 + 35, "7.19.4");

    /**
     * Time from the start until the connection to the host or proxy was made, in seconds. Since libcurl 7.4.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_CONNECT_TIME.html">CURLINFO_CONNECT_TIME</a>
     */
    Info<Double> CONNECT_TIME = real("CONNECT_TIME", 0x300000 + 5, "7.4.1");

    /**
     * Time from the start until the connection to the host or proxy was made. Since libcurl 7.61.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_CONNECT_TIME_T.html">CURLINFO_CONNECT_TIME_T</a>
     */
    Info<Duration> CONNECT_TIME_T = microseconds("CONNECT_TIME_T", 0x600000 + 52, "7.61.0");

    /**
     * The id of the connection used last, -1 when there was none; unique within a connection cache. Since libcurl
     * 8.2.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_CONN_ID.html">CURLINFO_CONN_ID</a>
     */
    Info<Long> CONN_ID = offset("CONN_ID", 0x600000 + 64, "8.2.0");

    /**
     * The length that the response announced, in bytes; -1 when unknown. Since libcurl 7.6.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_CONTENT_LENGTH_DOWNLOAD.html">
     *     CURLINFO_CONTENT_LENGTH_DOWNLOAD</a>
     * @deprecated since libcurl 7.55.0: use {@link #CONTENT_LENGTH_DOWNLOAD_T}
     */
    @Deprecated
    Info<Double> CONTENT_LENGTH_DOWNLOAD = real("CONTENT_LENGTH_DOWNLOAD", 0x300000 + 15, "7.6.1");

    /**
     * The length that the response announced, in bytes; -1 when unknown. Since libcurl 7.55.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_CONTENT_LENGTH_DOWNLOAD_T.html">
     *     CURLINFO_CONTENT_LENGTH_DOWNLOAD_T</a>
     */
    Info<Long> CONTENT_LENGTH_DOWNLOAD_T = offset("CONTENT_LENGTH_DOWNLOAD_T", 0x600000 + 15, "7.55.0");

    /**
     * The length announced for the upload, in bytes; -1 when unknown. Since libcurl 7.6.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_CONTENT_LENGTH_UPLOAD.html">CURLINFO_CONTENT_LENGTH_UPLOAD</a>
     * @deprecated since libcurl 7.55.0: use {@link #CONTENT_LENGTH_UPLOAD_T}
     */
    @Deprecated
    Info<Double> CONTENT_LENGTH_UPLOAD = real("CONTENT_LENGTH_UPLOAD", 0x300000 + 16, "7.6.1");

    /**
     * The length announced for the upload, in bytes; -1 when unknown. Since libcurl 7.55.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_CONTENT_LENGTH_UPLOAD_T.html">
     *     CURLINFO_CONTENT_LENGTH_UPLOAD_T</a>
     */
    Info<Long> CONTENT_LENGTH_UPLOAD_T = offset("CONTENT_LENGTH_UPLOAD_T", 0x600000 + 16, "7.55.0");

    /**
     * The value of the {@code Content-Type} header, null when there was none. Since libcurl 7.9.4.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_CONTENT_TYPE.html">CURLINFO_CONTENT_TYPE</a>
     */
    Info<String> CONTENT_TYPE = string("CONTENT_TYPE", 0x100000 + 18, "7.9.4");

    /**
     * Bytes sent as TLS 1.3 early data; negative when the server rejected them. Since libcurl 8.11.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_EARLYDATA_SENT_T.html">CURLINFO_EARLYDATA_SENT_T</a>
     */
    Info<Long> EARLYDATA_SENT_T = offset("EARLYDATA_SENT_T", 0x600000 + 68, "8.11.0");

    /**
     * The HTTP method of the last request, after redirects. Since libcurl 7.72.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_EFFECTIVE_METHOD.html">CURLINFO_EFFECTIVE_METHOD</a>
     */
    Info<String> EFFECTIVE_METHOD = string("EFFECTIVE_METHOD", 0x100000 + 58, "7.72.0");

    /**
     * The URL of the last request, after redirects. Since libcurl 7.4.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_EFFECTIVE_URL.html">CURLINFO_EFFECTIVE_URL</a>
     */
    Info<String> EFFECTIVE_URL = string("EFFECTIVE_URL", 0x100000 + 1, "7.4.0");

    /**
     * The remote file's modification time, null when unknown; asked for with {@link Option#FILETIME}. Since libcurl
     * 7.59.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_FILETIME_T.html">CURLINFO_FILETIME_T</a>
     */
    Info<Instant> FILETIME_T = instantT("FILETIME_T", 0x600000 + 14, "7.59.0");

    /**
     * The directory in which the login to the FTP or SFTP server ended up, null when unknown. Since libcurl 7.15.4.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_FTP_ENTRY_PATH.html">CURLINFO_FTP_ENTRY_PATH</a>
     */
    Info<String> FTP_ENTRY_PATH = string("FTP_ENTRY_PATH", 0x100000 + 30, "7.15.4");

    /**
     * Bytes of all headers received, counted as HTTP/1 would write them. Since libcurl 7.4.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_HEADER_SIZE.html">CURLINFO_HEADER_SIZE</a>
     */
    Info<Long> HEADER_SIZE = number("HEADER_SIZE", 0x200000 + 11, "7.4.1");

    /**
     * The authentication methods that the server offered in its last response. Since libcurl 7.10.8.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_HTTPAUTH_AVAIL.html">CURLINFO_HTTPAUTH_AVAIL</a>
     */
    Info<Set<Auth>> HTTPAUTH_AVAIL = mask("HTTPAUTH_AVAIL", 0x200000 + 23, "7.10.8", Auth.class);

    /**
     * The authentication method used with the server in the last request: one or none. Since libcurl 8.12.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_HTTPAUTH_USED.html">CURLINFO_HTTPAUTH_USED</a>
     */
    Info<Set<Auth>> HTTPAUTH_USED = mask("HTTPAUTH_USED", 0x200000 + 69, "8.12.0", Auth.class);

    /**
     * The last status with which an HTTP proxy answered {@code CONNECT}; 0 when there was none. Since libcurl 7.10.7.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_HTTP_CONNECTCODE.html">CURLINFO_HTTP_CONNECTCODE</a>
     */
    Info<Long> HTTP_CONNECTCODE = number("HTTP_CONNECTCODE", 0x200000 + 22, "7.10.7");

    /**
     * The socket of the most recent connection, -1 when it is gone; too narrow for a socket on 64-bit Windows. Since
     * libcurl 7.15.2.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_LASTSOCKET.html">CURLINFO_LASTSOCKET</a>
     * @deprecated since libcurl 7.45.0: use {@link #ACTIVESOCKET}
     */
    @Deprecated
    Info<Long> LASTSOCKET = number("LASTSOCKET", 0x200000 + 29, "7.15.2");

    /**
     * The local IP address of the most recent connection. Since libcurl 7.21.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_LOCAL_IP.html">CURLINFO_LOCAL_IP</a>
     */
    Info<String> LOCAL_IP = string("LOCAL_IP", 0x100000 + 41, "7.21.0");

    /**
     * The local port, of TCP or UDP, of the most recent connection; -1 when there is none, 0 before libcurl 8.10.0.
     * Since libcurl 7.21.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_LOCAL_PORT.html">CURLINFO_LOCAL_PORT</a>
     */
    Info<Long> LOCAL_PORT = number("LOCAL_PORT", 0x200000 + 42, "7.21.0");

    /**
     * Time from the start until the name was resolved, in seconds. Since libcurl 7.4.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_NAMELOOKUP_TIME.html">CURLINFO_NAMELOOKUP_TIME</a>
     */
    Info<Double> NAMELOOKUP_TIME = real("NAMELOOKUP_TIME", 0x300000 + 4, "7.4.1");

    /**
     * Time from the start until the name was resolved. Since libcurl 7.61.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_NAMELOOKUP_TIME_T.html">CURLINFO_NAMELOOKUP_TIME_T</a>
     */
    Info<Duration> NAMELOOKUP_TIME_T = microseconds("NAMELOOKUP_TIME_T", 0x600000 + 51, "7.61.0");

    /**
     * How many new connections the last transfer made. Since libcurl 7.12.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_NUM_CONNECTS.html">CURLINFO_NUM_CONNECTS</a>
     */
    Info<Long> NUM_CONNECTS = number("NUM_CONNECTS", 0x200000 + 26, "7.12.3");

    /**
     * The system's error number of the last failure to connect, send or receive; before libcurl 8.8.0 it may be of an
     * earlier transfer. Since libcurl 7.12.2.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_OS_ERRNO.html">CURLINFO_OS_ERRNO</a>
     */
    Info<Long> OS_ERRNO = number("OS_ERRNO", 0x200000 + 25, "7.12.2");

    /**
     * Time from the start until the last byte was sent. Since libcurl 8.10.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_POSTTRANSFER_TIME_T.html">CURLINFO_POSTTRANSFER_TIME_T</a>
     */
    Info<Duration> POSTTRANSFER_TIME_T = microseconds("POSTTRANSFER_TIME_T", 0x600000 + 67, "8.10.0");

    /**
     * Time from the start until just before the transfer began, in seconds. Since libcurl 7.4.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_PRETRANSFER_TIME.html">CURLINFO_PRETRANSFER_TIME</a>
     */
    Info<Double> PRETRANSFER_TIME = real("PRETRANSFER_TIME", 0x300000 + 6, "7.4.1");

    /**
     * Time from the start until just before the transfer began. Since libcurl 7.61.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_PRETRANSFER_TIME_T.html">CURLINFO_PRETRANSFER_TIME_T</a>
     */
    Info<Duration> PRETRANSFER_TIME_T = microseconds("PRETRANSFER_TIME_T", 0x600000 + 53, "7.61.0");

    /**
     * The remote IP address of the most recent connection: the server's or the proxy's. Since libcurl 7.19.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_PRIMARY_IP.html">CURLINFO_PRIMARY_IP</a>
     */
    Info<String> PRIMARY_IP = string("PRIMARY_IP", 0x100000 + 32, "7.19.0");

    /**
     * The remote port, of TCP or UDP, of the most recent connection; -1 when there is none, 0 before libcurl 8.10.0.
     * Since libcurl 7.21.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_PRIMARY_PORT.html">CURLINFO_PRIMARY_PORT</a>
     */
    Info<Long> PRIMARY_PORT = number("PRIMARY_PORT", 0x200000 + 40, "7.21.0");

    /**
     * The protocol of the last transfer, null when there was none or it has no number. Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_PROTOCOL.html">CURLINFO_PROTOCOL</a>
     * @deprecated since libcurl 7.85.0: use {@link #SCHEME}
     */
    @Deprecated
    Info<Protocol> PROTOCOL = value("PROTOCOL", 0x200000 + 48, "7.52.0", Protocol.class);

    /**
     * The authentication methods that the proxy offered in its last response. Since libcurl 7.10.8.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_PROXYAUTH_AVAIL.html">CURLINFO_PROXYAUTH_AVAIL</a>
     */
    Info<Set<Auth>> PROXYAUTH_AVAIL = mask("PROXYAUTH_AVAIL", 0x200000 + 24, "7.10.8", Auth.class);

    /**
     * The authentication method used with the HTTP proxy in the last request: one or none. Since libcurl 8.12.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_PROXYAUTH_USED.html">CURLINFO_PROXYAUTH_USED</a>
     */
    Info<Set<Auth>> PROXYAUTH_USED = mask("PROXYAUTH_USED", 0x200000 + 70, "8.12.0", Auth.class);

    /**
     * The failure of the proxy, if a transfer ended with {@link io.github.curlffm.CurlCode#PROXY}. Since libcurl
     * 7.73.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_PROXY_ERROR.html">CURLINFO_PROXY_ERROR</a>
     */
    Info<ProxyError> PROXY_ERROR = value("PROXY_ERROR", 0x200000 + 59, "7.73.0", ProxyError.class);

    /**
     * Result of the check of an HTTPS proxy's certificate, in the TLS library's own numbers; 0 when it passed. Since
     * libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_PROXY_SSL_VERIFYRESULT.html">CURLINFO_PROXY_SSL_VERIFYRESULT</a>
     */
    Info<Long> PROXY_SSL_VERIFYRESULT = number("PROXY_SSL_VERIFYRESULT", 0x200000 + 47, "7.52.0");

    /**
     * Time that the transfer waited in the queue for a connection. Since libcurl 8.6.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_QUEUE_TIME_T.html">CURLINFO_QUEUE_TIME_T</a>
     */
    Info<Duration> QUEUE_TIME_T = microseconds("QUEUE_TIME_T", 0x600000 + 65, "8.6.0");

    /**
     * How many redirects were followed. Since libcurl 7.9.7.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_REDIRECT_COUNT.html">CURLINFO_REDIRECT_COUNT</a>
     */
    Info<Long> REDIRECT_COUNT = number("REDIRECT_COUNT", 0x200000 + 20, "7.9.7");

    /**
     * Time that all redirects took, until the last request began, in seconds. Since libcurl 7.9.7.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_REDIRECT_TIME.html">CURLINFO_REDIRECT_TIME</a>
     */
    Info<Double> REDIRECT_TIME = real("REDIRECT_TIME", 0x300000 + 19, "7.9.7");

    /**
     * Time that all redirects took, until the last request began. Since libcurl 7.61.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_REDIRECT_TIME_T.html">CURLINFO_REDIRECT_TIME_T</a>
     */
    Info<Duration> REDIRECT_TIME_T = microseconds("REDIRECT_TIME_T", 0x600000 + 55, "7.61.0");

    /**
     * The URL of a redirect that libcurl did not follow, because of {@link Option#FOLLOWLOCATION} or
     * {@link Option#MAXREDIRS}; null if there is none. Since libcurl 7.18.2.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_REDIRECT_URL.html">CURLINFO_REDIRECT_URL</a>
     */
    Info<String> REDIRECT_URL = string("REDIRECT_URL", 0x100000 + 31, "7.18.2");

    /**
     * Bytes of all requests sent, redirects included; HTTP only. Since libcurl 7.4.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_REQUEST_SIZE.html">CURLINFO_REQUEST_SIZE</a>
     */
    Info<Long> REQUEST_SIZE = number("REQUEST_SIZE", 0x200000 + 12, "7.4.1");

    /**
     * The last status or reply code of HTTP, FTP, SMTP or LDAP; 0 if there was none. Since libcurl 7.10.8.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_RESPONSE_CODE.html">CURLINFO_RESPONSE_CODE</a>
     */
    Info<Long> RESPONSE_CODE = number("RESPONSE_CODE", 0x200000 + 2, "7.10.8");

    /**
     * How long the server asks to wait before the next request, from {@code Retry-After}; zero if there is no such
     * header. Before libcurl 8.12.0 a date in the past gives a negative time. Since libcurl 7.66.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_RETRY_AFTER.html">CURLINFO_RETRY_AFTER</a>
     */
    Info<Duration> RETRY_AFTER = seconds("RETRY_AFTER", 0x600000 + 57, "7.66.0");

    /**
     * The CSeq number of RTSP that the server sent last. Since libcurl 7.20.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_RTSP_CSEQ_RECV.html">CURLINFO_RTSP_CSEQ_RECV</a>
     */
    Info<Long> RTSP_CSEQ_RECV = number("RTSP_CSEQ_RECV", 0x200000 + 39, "7.20.0");

    /**
     * The URL scheme of the last transfer, in capitals before libcurl 8.8.0; null before the first transfer. Since
     * libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_SCHEME.html">CURLINFO_SCHEME</a>
     */
    Info<String> SCHEME = string("SCHEME", 0x100000 + 49, "7.52.0");

    /**
     * Bytes of body passed to the write callback in the last transfer, after decompression. Since libcurl 8.20.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_SIZE_DELIVERED.html">CURLINFO_SIZE_DELIVERED</a>
     */
    Info<Long> SIZE_DELIVERED = offset("SIZE_DELIVERED", 0x600000 + 71, "8.20.0");

    /**
     * Bytes of body received in the last transfer. Since libcurl 7.4.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_SIZE_DOWNLOAD.html">CURLINFO_SIZE_DOWNLOAD</a>
     * @deprecated since libcurl 7.55.0: use {@link #SIZE_DOWNLOAD_T}
     */
    @Deprecated
    Info<Double> SIZE_DOWNLOAD = real("SIZE_DOWNLOAD", 0x300000 + 8, "7.4.1");

    /**
     * Bytes of body received in the last transfer, before decompression. Since libcurl 7.55.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_SIZE_DOWNLOAD_T.html">CURLINFO_SIZE_DOWNLOAD_T</a>
     */
    Info<Long> SIZE_DOWNLOAD_T = offset("SIZE_DOWNLOAD_T", 0x600000 + 8, "7.55.0");

    /**
     * Bytes of body sent in the last transfer. Since libcurl 7.4.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_SIZE_UPLOAD.html">CURLINFO_SIZE_UPLOAD</a>
     * @deprecated since libcurl 7.55.0: use {@link #SIZE_UPLOAD_T}
     */
    @Deprecated
    Info<Double> SIZE_UPLOAD = real("SIZE_UPLOAD", 0x300000 + 7, "7.4.1");

    /**
     * Bytes of body sent in the last transfer. Since libcurl 7.55.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_SIZE_UPLOAD_T.html">CURLINFO_SIZE_UPLOAD_T</a>
     */
    Info<Long> SIZE_UPLOAD_T = offset("SIZE_UPLOAD_T", 0x600000 + 7, "7.55.0");

    /**
     * Mean speed of the download, in bytes per second. Since libcurl 7.4.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_SPEED_DOWNLOAD.html">CURLINFO_SPEED_DOWNLOAD</a>
     * @deprecated since libcurl 7.55.0: use {@link #SPEED_DOWNLOAD_T}
     */
    @Deprecated
    Info<Double> SPEED_DOWNLOAD = real("SPEED_DOWNLOAD", 0x300000 + 9, "7.4.1");

    /**
     * Mean speed of the download, in bytes per second. Since libcurl 7.55.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_SPEED_DOWNLOAD_T.html">CURLINFO_SPEED_DOWNLOAD_T</a>
     */
    Info<Long> SPEED_DOWNLOAD_T = offset("SPEED_DOWNLOAD_T", 0x600000 + 9, "7.55.0");

    /**
     * Mean speed of the upload, in bytes per second. Since libcurl 7.4.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_SPEED_UPLOAD.html">CURLINFO_SPEED_UPLOAD</a>
     * @deprecated since libcurl 7.55.0: use {@link #SPEED_UPLOAD_T}
     */
    @Deprecated
    Info<Double> SPEED_UPLOAD = real("SPEED_UPLOAD", 0x300000 + 10, "7.4.1");

    /**
     * Mean speed of the upload, in bytes per second. Since libcurl 7.55.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_SPEED_UPLOAD_T.html">CURLINFO_SPEED_UPLOAD_T</a>
     */
    Info<Long> SPEED_UPLOAD_T = offset("SPEED_UPLOAD_T", 0x600000 + 10, "7.55.0");

    /**
     * The crypto engines that OpenSSL supports; some may not be installed. Since libcurl 7.12.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_SSL_ENGINES.html">CURLINFO_SSL_ENGINES</a>
     */
    Info<List<String>> SSL_ENGINES = slist("SSL_ENGINES", 0x400000 + 27, "7.12.3");

    /**
     * Result of the check of the server's certificate, in the TLS library's own numbers; 0 when it passed. Since
     * libcurl 7.5.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_SSL_VERIFYRESULT.html">CURLINFO_SSL_VERIFYRESULT</a>
     */
    Info<Long> SSL_VERIFYRESULT = number("SSL_VERIFYRESULT", 0x200000 + 13, "7.5.0");

    /**
     * Time from the start until the first byte was received, in seconds. Since libcurl 7.9.2.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_STARTTRANSFER_TIME.html">CURLINFO_STARTTRANSFER_TIME</a>
     */
    Info<Double> STARTTRANSFER_TIME = real("STARTTRANSFER_TIME", 0x300000 + 17, "7.9.2");

    /**
     * Time from the start until the first byte was received. Since libcurl 7.61.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_STARTTRANSFER_TIME_T.html">CURLINFO_STARTTRANSFER_TIME_T</a>
     */
    Info<Duration> STARTTRANSFER_TIME_T = microseconds("STARTTRANSFER_TIME_T", 0x600000 + 54, "7.61.0");

    /**
     * The TLS library and its structure for the connection in use, with OpenSSL and wolfSSL the context
     * ({@code SSL_CTX *}, {@code WOLFSSL_CTX *}). Since libcurl 7.34.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_TLS_SESSION.html">CURLINFO_TLS_SESSION</a>
     * @deprecated since libcurl 7.48.0: use {@link #TLS_SSL_PTR}
     */
    @Deprecated
    Info<TlsSession> TLS_SESSION = new InfoKey<>(InfoKind.TLS_SESSION, "TLS_SESSION", 0x400000 + 43, "7.34.0");

    /**
     * The TLS library and its structure for the connection in use, with OpenSSL and wolfSSL the session ({@code SSL *},
     * {@code WOLFSSL *}); for use during the transfer, in a callback. Since libcurl 7.48.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_TLS_SSL_PTR.html">CURLINFO_TLS_SSL_PTR</a>
     */
    Info<TlsSession> TLS_SSL_PTR = new InfoKey<>(InfoKind.TLS_SESSION, "TLS_SSL_PTR", 0x400000 + 45, "7.48.0");

    /**
     * Time that the whole transfer took, in seconds. Since libcurl 7.4.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_TOTAL_TIME.html">CURLINFO_TOTAL_TIME</a>
     */
    Info<Double> TOTAL_TIME = real("TOTAL_TIME", 0x300000 + 3, "7.4.1");

    /**
     * Time that the whole transfer took. Since libcurl 7.61.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_TOTAL_TIME_T.html">CURLINFO_TOTAL_TIME_T</a>
     */
    Info<Duration> TOTAL_TIME_T = microseconds("TOTAL_TIME_T", 0x600000 + 50, "7.61.0");

    /**
     * Whether the last transfer went through a proxy. Since libcurl 8.7.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_USED_PROXY.html">CURLINFO_USED_PROXY</a>
     */
    Info<Boolean> USED_PROXY = flag("USED_PROXY", 0x200000 + 66, "8.7.0");

    /**
     * The id of the current or last transfer, -1 before the first one; unique within a connection cache. Since libcurl
     * 8.2.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLINFO_XFER_ID.html">CURLINFO_XFER_ID</a>
     */
    Info<Long> XFER_ID = offset("XFER_ID", 0x600000 + 63, "8.2.0");

    /**
     * {@return an info of type {@code long} by its number, for an info of a newer libcurl that this class lacks}
     *
     * @param name the name without {@code CURLINFO_}, for messages
     * @param number the number, with the bits {@code 0x200000} of its type
     * @throws IllegalArgumentException if the number is of another type
     */
    static Info<Long> number(String name, int number) {
        return new InfoKey<>(InfoKind.LONG, name, number);
    }

    /**
     * {@return a string info by its number}
     *
     * @param name the name without {@code CURLINFO_}, for messages
     * @param number the number, with the bits {@code 0x100000} of its type
     * @throws IllegalArgumentException if the number is of another type
     */
    static Info<String> string(String name, int number) {
        return new InfoKey<>(InfoKind.STRING, name, number);
    }

    /**
     * {@return an info of type {@code curl_off_t} by its number}
     *
     * @param name the name without {@code CURLINFO_}, for messages
     * @param number the number, with the bits {@code 0x600000} of its type
     * @throws IllegalArgumentException if the number is of another type
     */
    static Info<Long> offset(String name, int number) {
        return new InfoKey<>(InfoKind.OFF_T, name, number);
    }

    /**
     * {@return an info of type {@code double} by its number}
     *
     * @param name the name without {@code CURLINFO_}, for messages
     * @param number the number, with the bits {@code 0x300000} of its type
     * @throws IllegalArgumentException if the number is of another type
     */
    static Info<Double> real(String name, int number) {
        return new InfoKey<>(InfoKind.DOUBLE, name, number);
    }

    /**
     * {@return a string list info by its number; the list must be a {@code curl_slist} that the caller frees}
     *
     * @param name the name without {@code CURLINFO_}, for messages
     * @param number the number, with the bits {@code 0x400000} of its type; <b>they are also the bits of other
     *     pointers, which would crash the JVM</b>: only the other pointers in this table are refused
     * @throws IllegalArgumentException if the number is of another type
     */
    static Info<List<String>> slist(String name, int number) {
        return new InfoKey<>(InfoKind.SLIST, name, number);
    }

    private static Info<Long> number(String name, int number, String since) {
        return new InfoKey<>(InfoKind.LONG, name, number, since);
    }

    private static Info<Boolean> flag(String name, int number, String since) {
        return new InfoKey<>(InfoKind.FLAG, name, number, since);
    }

    private static Info<String> string(String name, int number, String since) {
        return new InfoKey<>(InfoKind.STRING, name, number, since);
    }

    private static Info<Long> offset(String name, int number, String since) {
        return new InfoKey<>(InfoKind.OFF_T, name, number, since);
    }

    private static Info<Double> real(String name, int number, String since) {
        return new InfoKey<>(InfoKind.DOUBLE, name, number, since);
    }

    private static Info<Duration> microseconds(String name, int number, String since) {
        return new InfoKey<>(InfoKind.MICROSECONDS, name, number, since);
    }

    private static Info<Duration> seconds(String name, int number, String since) {
        return new InfoKey<>(InfoKind.SECONDS, name, number, since);
    }

    private static Info<Instant> instantT(String name, int number, String since) {
        return new InfoKey<>(InfoKind.INSTANT_T, name, number, since);
    }

    private static Info<List<String>> slist(String name, int number, String since) {
        return new InfoKey<>(InfoKind.SLIST, name, number, since);
    }

    private static Info<Long> socket(String name, int number, String since) {
        return new InfoKey<>(InfoKind.SOCKET, name, number, since);
    }

    private static <V extends Enum<V> & Constant> Info<V> value(
            String name, int number, String since, Class<V> constants) {
        return new InfoKey<>(InfoKind.VALUE, name, number, since, constants);
    }

    private static <V extends Enum<V> & Constant> Info<Set<V>> mask(
            String name, int number, String since, Class<V> constants) {
        return new InfoKey<>(InfoKind.MASK, name, number, since, constants);
    }
}
