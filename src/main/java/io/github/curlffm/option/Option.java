package io.github.curlffm.option;

import static io.github.curlffm.internal.key.Trait.BODY;
import static io.github.curlffm.internal.key.Trait.BODY_SIZE;
import static io.github.curlffm.internal.key.Trait.FILE;
import static io.github.curlffm.internal.key.Trait.HEADERS;
import static io.github.curlffm.internal.key.Trait.HOSTS;
import static io.github.curlffm.internal.key.Trait.LIVE;
import static io.github.curlffm.internal.key.Trait.MILLISECONDS;
import static io.github.curlffm.internal.key.Trait.NOT_PAUSED;
import static io.github.curlffm.internal.key.Trait.PROGRESS;
import static io.github.curlffm.internal.key.Trait.SECONDS;
import static io.github.curlffm.internal.key.Trait.SECRET;
import static io.github.curlffm.internal.key.Trait.SENDS;
import static io.github.curlffm.internal.key.Trait.STREAM;
import static io.github.curlffm.internal.key.Trait.TRACE;
import static io.github.curlffm.internal.key.Trait.UPLOAD_SIZE;
import static io.github.curlffm.internal.key.Trait.URI;
import static io.github.curlffm.internal.key.Trait.WRITTEN;
import static io.github.curlffm.internal.key.Trait.defaultsTo;

import io.github.curlffm.CurlUrl;
import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.callback.ChunkBgnCallback;
import io.github.curlffm.callback.ChunkEndCallback;
import io.github.curlffm.callback.CloseSocketCallback;
import io.github.curlffm.callback.DebugCallback;
import io.github.curlffm.callback.FnmatchCallback;
import io.github.curlffm.callback.HstsReadCallback;
import io.github.curlffm.callback.HstsWriteCallback;
import io.github.curlffm.callback.IoctlCallback;
import io.github.curlffm.callback.OpenSocketCallback;
import io.github.curlffm.callback.PrereqCallback;
import io.github.curlffm.callback.ProgressCallback;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.ResolverStartCallback;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.callback.SockoptCallback;
import io.github.curlffm.callback.SshHostKeyCallback;
import io.github.curlffm.callback.SshKeyCallback;
import io.github.curlffm.callback.SslCtxCallback;
import io.github.curlffm.callback.TrailerCallback;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.callback.XferInfoCallback;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.Trait;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * An option of an easy handle, by libcurl's own name without {@code CURLOPT_}, with the Java type of its value.
 *
 * <p>An option that this table does not have yet is reached by its number: {@link #number(String, int)},
 * {@link #string(String, int)} and so on. This needs libcurl 7.73.0, which reports the type of an option: a value of
 * another type is refused.
 *
 * @param <T> the Java type of the value
 */
public sealed interface Option<T> extends Key, OptionsAndInfos, EasyAndMultiOptions, EasyAndShareOptions
        permits EasyKey, OptionAndInfo, EasyAndMultiOption, EasyAndShareOption {

    /**
     * Abstract Unix domain socket to connect to instead of a TCP host, written without the leading NUL (Linux); it
     * replaces {@link #UNIX_SOCKET_PATH}: the one that is set last counts. Since libcurl 7.53.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_ABSTRACT_UNIX_SOCKET.html">CURLOPT_ABSTRACT_UNIX_SOCKET</a>
     */
    Option<String> ABSTRACT_UNIX_SOCKET = string("ABSTRACT_UNIX_SOCKET", 10264, "7.53.0");

    /**
     * Longest wait for the server to connect back in active FTP, in milliseconds; default 60000. Since libcurl 7.24.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_ACCEPTTIMEOUT_MS.html">CURLOPT_ACCEPTTIMEOUT_MS</a>
     */
    Option<Long> ACCEPTTIMEOUT_MS = number("ACCEPTTIMEOUT_MS", 212, "7.24.0", MILLISECONDS, LIVE);

    /**
     * Content encodings to ask for and to decode, as in {@code "gzip, br"}; an empty string means all that this libcurl
     * was built with, unset (the default) means none and no decoding. Since libcurl 7.21.6.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_ACCEPT_ENCODING.html">CURLOPT_ACCEPT_ENCODING</a>
     */
    Option<String> ACCEPT_ENCODING = string("ACCEPT_ENCODING", 10102, "7.21.6");

    /**
     * Scope id (zone index) for IPv6 addresses that need one, such as link-local ones; default 0. Since libcurl 7.19.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_ADDRESS_SCOPE.html">CURLOPT_ADDRESS_SCOPE</a>
     */
    Option<Long> ADDRESS_SCOPE = number("ADDRESS_SCOPE", 171, "7.19.0");

    /**
     * File that the Alt-Svc cache is read from and, unless {@link AltSvcCtrl#READONLYFILE} is set, written back to; it
     * need not exist, but its folder must; an empty string keeps the cache in memory only. Since libcurl 7.64.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_ALTSVC.html">CURLOPT_ALTSVC</a>
     */
    Option<String> ALTSVC = string("ALTSVC", 10287, "7.64.1", FILE, WRITTEN);

    /**
     * Which alternative services libcurl may use and whether their file is written; default none, Alt-Svc is off unless
     * {@link #ALTSVC} is set. Since libcurl 7.64.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_ALTSVC_CTRL.html">CURLOPT_ALTSVC_CTRL</a>
     */
    Option<Set<AltSvcCtrl>> ALTSVC_CTRL = mask("ALTSVC_CTRL", 286, "7.64.1", defaultsTo(4));

    /**
     * An FTP or SFTP upload is added to the end of the remote file instead of replacing it; default false. Since
     * libcurl 7.17.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_APPEND.html">CURLOPT_APPEND</a>
     */
    Option<Boolean> APPEND = flag("APPEND", 50, "7.17.0");

    /**
     * Sets the {@code Referer:} header to the previous URL when a redirect is followed; default false. Since libcurl
     * 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_AUTOREFERER.html">CURLOPT_AUTOREFERER</a>
     */
    Option<Boolean> AUTOREFERER = flag("AUTOREFERER", 58, "7.1.0");

    /**
     * Signs the request by AWS Signature Version 4, with parameters {@code provider1[:provider2[:region[:service]]]} as
     * in {@code "aws:amz:eu-central-1:s3"}; it sets {@link #HTTPAUTH} to {@link Auth#AWS_SIGV4}. Since libcurl 7.75.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_AWS_SIGV4.html">CURLOPT_AWS_SIGV4</a>
     */
    Option<String> AWS_SIGV4 = string("AWS_SIGV4", 10305, "7.75.0");

    /**
     * Preferred size of the receive buffer in bytes, 1024 to 10485760 (to 524288 before 7.88.0); default 16384. Since
     * libcurl 7.10.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_BUFFERSIZE.html">CURLOPT_BUFFERSIZE</a>
     */
    Option<Long> BUFFERSIZE = number("BUFFERSIZE", 98, "7.10.0", defaultsTo(16 * 1024));

    /**
     * CA certificates in PEM form from memory; they take precedence over {@link #CAINFO}. Since libcurl 7.77.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_CAINFO_BLOB.html">CURLOPT_CAINFO_BLOB</a>
     */
    Option<byte[]> CAINFO_BLOB = blob("CAINFO_BLOB", 40309, "7.77.0");

    /**
     * How long a loaded set of CA certificates may be reused for new connections, in seconds; default 86400, 0 never
     * keeps it, -1 keeps it for ever. Since libcurl 7.87.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_CA_CACHE_TIMEOUT.html">CURLOPT_CA_CACHE_TIMEOUT</a>
     */
    Option<Long> CA_CACHE_TIMEOUT = number("CA_CACHE_TIMEOUT", 321, "7.87.0", SECONDS, defaultsTo(86_400));

    /**
     * Called before each file that an FTP wildcard transfer ({@link #WILDCARDMATCH}) has matched, to take it, skip it
     * or stop. Since libcurl 7.21.0.
     *
     * @see ChunkBgnCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_CHUNK_BGN_FUNCTION.html">CURLOPT_CHUNK_BGN_FUNCTION</a>
     */
    Option<ChunkBgnCallback> CHUNK_BGN_FUNCTION = function("CHUNK_BGN_FUNCTION", 20198, "7.21.0");

    /**
     * Called after each file of an FTP wildcard transfer ({@link #WILDCARDMATCH}), transferred or skipped. Since
     * libcurl 7.21.0.
     *
     * @see ChunkEndCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_CHUNK_END_FUNCTION.html">CURLOPT_CHUNK_END_FUNCTION</a>
     */
    Option<ChunkEndCallback> CHUNK_END_FUNCTION = function("CHUNK_END_FUNCTION", 20199, "7.21.0");

    /**
     * Called in place of the system's close when libcurl closes a connection's socket, which may be after the handle
     * that opened it has gone; default the system's close. Since libcurl 7.21.7.
     *
     * @see CloseSocketCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_CLOSESOCKETFUNCTION.html">CURLOPT_CLOSESOCKETFUNCTION</a>
     */
    Option<CloseSocketCallback> CLOSESOCKETFUNCTION = function("CLOSESOCKETFUNCTION", 20208, "7.21.7");

    /**
     * Longest time for the connection phase (name lookup, connect, all handshakes), in seconds; 0 means the default of
     * 300. It replaces {@link #CONNECTTIMEOUT_MS}. Since libcurl 7.7.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_CONNECTTIMEOUT.html">CURLOPT_CONNECTTIMEOUT</a>
     */
    Option<Long> CONNECTTIMEOUT = number("CONNECTTIMEOUT", 78, "7.7.0", SECONDS, LIVE);

    /**
     * Longest time for the connection phase (name lookup, connect, all handshakes), in milliseconds; 0 means the
     * default of 300000. It replaces {@link #CONNECTTIMEOUT}. Since libcurl 7.16.2.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_CONNECTTIMEOUT_MS.html">CURLOPT_CONNECTTIMEOUT_MS</a>
     */
    Option<Long> CONNECTTIMEOUT_MS = number("CONNECTTIMEOUT_MS", 156, "7.16.2", MILLISECONDS, LIVE);

    /**
     * 1 connects (with proxy and TLS handshakes) and transfers nothing, so that the application can use the connection
     * itself; 2 also performs the WebSocket upgrade (7.86.0); default 0. Since libcurl 7.15.2.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_CONNECT_ONLY.html">CURLOPT_CONNECT_ONLY</a>
     */
    Option<Long> CONNECT_ONLY = number("CONNECT_ONLY", 141, "7.15.2");

    /**
     * Connects elsewhere than the URL says, by entries {@code HOST:PORT:CONNECT-TO-HOST:CONNECT-TO-PORT}, of which the
     * first match counts; TLS names and the {@code Host:} header stay those of the URL. Since libcurl 7.49.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_CONNECT_TO.html">CURLOPT_CONNECT_TO</a>
     */
    Option<List<String>> CONNECT_TO = slist("CONNECT_TO", 10243, "7.49.0", HOSTS);

    /**
     * Cookies to send as they are, {@code "name1=value1; name2=value2"}, next to those that the cookie engine adds; it
     * does not switch the cookie engine on. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_COOKIE.html">CURLOPT_COOKIE</a>
     */
    Option<String> COOKIE = string("COOKIE", 10022, "7.1.0", SECRET);

    /**
     * File to read cookies from, in Netscape or {@code Set-Cookie:} format, which also switches the cookie engine on; a
     * file that does not exist is like an empty one; an empty string only switches it on, and each further call adds a
     * file. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_COOKIEFILE.html">CURLOPT_COOKIEFILE</a>
     */
    Option<String> COOKIEFILE = string("COOKIEFILE", 10031, "7.1.0", FILE);

    /**
     * File that all cookies in memory are written to when the handle is closed ({@code "-"} is standard output); it
     * need not exist, but its folder must; it switches the cookie engine on but reads nothing. Since libcurl 7.9.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_COOKIEJAR.html">CURLOPT_COOKIEJAR</a>
     */
    Option<String> COOKIEJAR = string("COOKIEJAR", 10082, "7.9.0", FILE, WRITTEN);

    /**
     * Begins a new cookie session: session cookies found in files are ignored; default false. Since libcurl 7.9.7.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_COOKIESESSION.html">CURLOPT_COOKIESESSION</a>
     */
    Option<Boolean> COOKIESESSION = flag("COOKIESESSION", 96, "7.9.7");

    /**
     * Request body of an HTTP POST, copied by libcurl; otherwise like {@link #POSTFIELDS}. Since libcurl 7.17.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_COPYPOSTFIELDS.html">CURLOPT_COPYPOSTFIELDS</a>
     */
    Option<byte[]> COPYPOSTFIELDS = postFields("COPYPOSTFIELDS", 10165, "7.17.1", BODY);

    /**
     * Turns line feeds into CRLF in what is uploaded; default false. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_CRLF.html">CURLOPT_CRLF</a>
     */
    Option<Boolean> CRLF = flag("CRLF", 27, "7.1.0");

    /**
     * PEM file of certificate revocation lists to check the peer's chain against; if it does not exist, the transfer
     * fails. Since libcurl 7.19.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_CRLFILE.html">CURLOPT_CRLFILE</a>
     */
    Option<String> CRLFILE = string("CRLFILE", 10169, "7.19.0", FILE);

    /**
     * URL to transfer, in the form of a URL object; it takes precedence over {@link #URL}. Since libcurl 7.63.0.
     *
     * <p><b>The handle gets a copy</b>, so that the object may be changed and closed at any time, also by another
     * thread: after a change, set it again.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_CURLU.html">CURLOPT_CURLU</a>
     */
    Option<CurlUrl> CURLU = handle("CURLU", 10282, "7.63.0", URI);

    /**
     * Request method or command sent instead of libcurl's own, as in {@code "DELETE"}, {@code "NLST"} or
     * {@code "EXPN"}; only that word changes, not what libcurl does. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_CUSTOMREQUEST.html">CURLOPT_CUSTOMREQUEST</a>
     */
    Option<String> CUSTOMREQUEST = string("CUSTOMREQUEST", 10036, "7.1.0");

    /**
     * Called with libcurl's messages and with the headers and data that pass, while {@link #VERBOSE} is on; default a
     * trace on standard error. Since libcurl 7.9.6.
     *
     * @see DebugCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_DEBUGFUNCTION.html">CURLOPT_DEBUGFUNCTION</a>
     */
    Option<DebugCallback> DEBUGFUNCTION = function("DEBUGFUNCTION", 20094, "7.9.6", TRACE);

    /**
     * Scheme for URLs that have none, as in {@code "https"}; by default libcurl guesses from the host name. Since
     * libcurl 7.45.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_DEFAULT_PROTOCOL.html">CURLOPT_DEFAULT_PROTOCOL</a>
     */
    Option<String> DEFAULT_PROTOCOL = string("DEFAULT_PROTOCOL", 10238, "7.45.0");

    /**
     * Lists names only: {@code NLST} in FTP, bare names in SFTP, {@code LIST} in POP3; default false. Since libcurl
     * 7.17.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_DIRLISTONLY.html">CURLOPT_DIRLISTONLY</a>
     */
    Option<Boolean> DIRLISTONLY = flag("DIRLISTONLY", 48, "7.17.0");

    /**
     * Refuses a {@link #URL} that contains a user name; default false. Since libcurl 7.61.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_DISALLOW_USERNAME_IN_URL.html">
     *     CURLOPT_DISALLOW_USERNAME_IN_URL</a>
     */
    Option<Boolean> DISALLOW_USERNAME_IN_URL = flag("DISALLOW_USERNAME_IN_URL", 278, "7.61.0");

    /**
     * How long a resolved name is kept, in seconds; default 60, 0 keeps nothing, -1 keeps it for ever. Since libcurl
     * 7.9.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_DNS_CACHE_TIMEOUT.html">CURLOPT_DNS_CACHE_TIMEOUT</a>
     */
    Option<Long> DNS_CACHE_TIMEOUT = number("DNS_CACHE_TIMEOUT", 92, "7.9.3", SECONDS, defaultsTo(60));

    /**
     * Name of the network interface that the resolver binds to; needs a libcurl built with c-ares. Since libcurl
     * 7.33.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_DNS_INTERFACE.html">CURLOPT_DNS_INTERFACE</a>
     */
    Option<String> DNS_INTERFACE = string("DNS_INTERFACE", 10221, "7.33.0");

    /**
     * Local IPv4 address that the resolver binds to; needs a libcurl built with c-ares. Since libcurl 7.33.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_DNS_LOCAL_IP4.html">CURLOPT_DNS_LOCAL_IP4</a>
     */
    Option<String> DNS_LOCAL_IP4 = string("DNS_LOCAL_IP4", 10222, "7.33.0");

    /**
     * Local IPv6 address that the resolver binds to; needs a libcurl built with c-ares. Since libcurl 7.33.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_DNS_LOCAL_IP6.html">CURLOPT_DNS_LOCAL_IP6</a>
     */
    Option<String> DNS_LOCAL_IP6 = string("DNS_LOCAL_IP6", 10223, "7.33.0");

    /**
     * DNS servers to ask instead of the system's, {@code host[:port][,host[:port]]...}; needs a libcurl built with
     * c-ares. Since libcurl 7.24.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_DNS_SERVERS.html">CURLOPT_DNS_SERVERS</a>
     */
    Option<String> DNS_SERVERS = string("DNS_SERVERS", 10211, "7.24.0");

    /**
     * Tries the addresses of a name in random order; default false. Since libcurl 7.60.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_DNS_SHUFFLE_ADDRESSES.html">CURLOPT_DNS_SHUFFLE_ADDRESSES</a>
     */
    Option<Boolean> DNS_SHUFFLE_ADDRESSES = flag("DNS_SHUFFLE_ADDRESSES", 275, "7.60.0");

    /**
     * Used one DNS cache for all handles of the process; without effect since 7.62.0. Since libcurl 7.9.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_DNS_USE_GLOBAL_CACHE.html">CURLOPT_DNS_USE_GLOBAL_CACHE</a>
     * @deprecated since libcurl 7.11.1; use {@link #SHARE}
     */
    @Deprecated
    Option<Boolean> DNS_USE_GLOBAL_CACHE = flag("DNS_USE_GLOBAL_CACHE", 91, "7.9.3");

    /**
     * Checks that the certificate of the DNS-over-HTTPS server is for its host name; default true. Since libcurl
     * 7.76.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_DOH_SSL_VERIFYHOST.html">CURLOPT_DOH_SSL_VERIFYHOST</a>
     */
    Option<Boolean> DOH_SSL_VERIFYHOST = verifyHost("DOH_SSL_VERIFYHOST", 307, "7.76.0", defaultsTo(2));

    /**
     * Checks that the certificate of the DNS-over-HTTPS server comes from a trusted CA; default true. Since libcurl
     * 7.76.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_DOH_SSL_VERIFYPEER.html">CURLOPT_DOH_SSL_VERIFYPEER</a>
     */
    Option<Boolean> DOH_SSL_VERIFYPEER = flag("DOH_SSL_VERIFYPEER", 306, "7.76.0", defaultsTo(1));

    /**
     * Demands a stapled OCSP response from the DNS-over-HTTPS server; default false. Since libcurl 7.76.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_DOH_SSL_VERIFYSTATUS.html">CURLOPT_DOH_SSL_VERIFYSTATUS</a>
     */
    Option<Boolean> DOH_SSL_VERIFYSTATUS = flag("DOH_SSL_VERIFYSTATUS", 308, "7.76.0");

    /**
     * HTTPS URL of the DNS-over-HTTPS server that resolves names; the default is the system's resolver. Since libcurl
     * 7.62.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_DOH_URL.html">CURLOPT_DOH_URL</a>
     */
    Option<String> DOH_URL = string("DOH_URL", 10279, "7.62.0", URI);

    /**
     * Encrypted Client Hello of TLS 1.3 (experimental): {@code "false"} (the default), {@code "grease"},
     * {@code "true"}, {@code "hard"}, {@code "ecl:"} with a base64 configuration or {@code "pn:"} with a public name.
     * Since libcurl 8.8.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_ECH.html">CURLOPT_ECH</a>
     */
    Option<String> ECH = string("ECH", 10325, "8.8.0");

    /**
     * Named the socket of an entropy gathering daemon; without effect. Since libcurl 7.7.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_EGDSOCKET.html">CURLOPT_EGDSOCKET</a>
     * @deprecated since libcurl 7.84.0; there is no replacement, and none is needed
     */
    @Deprecated
    Option<String> EGDSOCKET = string("EGDSOCKET", 10077, "7.7.0", FILE);

    /**
     * How long to wait for {@code 100 Continue} before the request body is sent anyway, in milliseconds; default 1000.
     * Since libcurl 7.36.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_EXPECT_100_TIMEOUT_MS.html">CURLOPT_EXPECT_100_TIMEOUT_MS</a>
     */
    Option<Long> EXPECT_100_TIMEOUT_MS =
            number("EXPECT_100_TIMEOUT_MS", 227, "7.36.0", MILLISECONDS, LIVE, defaultsTo(1000));

    /**
     * An HTTP status of 400 or more fails the transfer (with some exceptions around authentication); default false.
     * Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_FAILONERROR.html">CURLOPT_FAILONERROR</a>
     */
    Option<Boolean> FAILONERROR = flag("FAILONERROR", 45, "7.1.0", LIVE);

    /**
     * Called with a pattern and a file name to decide whether they match in an FTP wildcard transfer
     * ({@link #WILDCARDMATCH}); default libcurl's own matching. Since libcurl 7.21.0.
     *
     * @see FnmatchCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_FNMATCH_FUNCTION.html">CURLOPT_FNMATCH_FUNCTION</a>
     */
    Option<FnmatchCallback> FNMATCH_FUNCTION = function("FNMATCH_FUNCTION", 20200, "7.21.0");

    /**
     * Follows HTTP redirects: 0 (the default) does not, 1 does, and since 8.13.0 the numbers of {@link Follow} also say
     * what happens to a {@link #CUSTOMREQUEST}; {@code true} is 1. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_FOLLOWLOCATION.html">CURLOPT_FOLLOWLOCATION</a>
     */
    Option<Long> FOLLOWLOCATION = number("FOLLOWLOCATION", 52, "7.1.0", LIVE);

    /**
     * Closes the connection after the transfer instead of keeping it for the next; default false. Since libcurl 7.7.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_FORBID_REUSE.html">CURLOPT_FORBID_REUSE</a>
     */
    Option<Boolean> FORBID_REUSE = flag("FORBID_REUSE", 75, "7.7.0", LIVE);

    /**
     * Opens a new connection even where an open one would do; default false. Since libcurl 7.7.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_FRESH_CONNECT.html">CURLOPT_FRESH_CONNECT</a>
     */
    Option<Boolean> FRESH_CONNECT = flag("FRESH_CONNECT", 74, "7.7.0", LIVE);

    /**
     * Makes FTP active, with this address for the server to connect to: an IP address, host or interface name, with
     * {@code :port} or {@code :port-port} if wanted, or {@code "-"} for the system's default; unset means passive.
     * Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTPPORT.html">CURLOPT_FTPPORT</a>
     */
    Option<String> FTPPORT = string("FTPPORT", 10017, "7.1.0");

    /**
     * Which of {@code AUTH TLS} and {@code AUTH SSL} FTP tries first when {@link #USE_SSL} asks for TLS; default
     * {@link FtpSslAuth#DEFAULT}. Since libcurl 7.12.2.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTPSSLAUTH.html">CURLOPT_FTPSSLAUTH</a>
     */
    Option<FtpSslAuth> FTPSSLAUTH = value("FTPSSLAUTH", 129, "7.12.2");

    /**
     * Account name for {@code ACCT}, sent when an FTP server asks for it after the password. Since libcurl 7.13.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTP_ACCOUNT.html">CURLOPT_FTP_ACCOUNT</a>
     */
    Option<String> FTP_ACCOUNT = string("FTP_ACCOUNT", 10134, "7.13.0");

    /**
     * FTP command to log in by when {@code USER} and {@code PASS} are refused. Since libcurl 7.15.5.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTP_ALTERNATIVE_TO_USER.html">CURLOPT_FTP_ALTERNATIVE_TO_USER</a>
     */
    Option<String> FTP_ALTERNATIVE_TO_USER = string("FTP_ALTERNATIVE_TO_USER", 10147, "7.15.5");

    /**
     * Whether directories that are missing on the FTP or SFTP server are created; default
     * {@link FtpCreateDirs#CREATE_DIR_NONE}. Since libcurl 7.10.7.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTP_CREATE_MISSING_DIRS.html">CURLOPT_FTP_CREATE_MISSING_DIRS</a>
     */
    Option<FtpCreateDirs> FTP_CREATE_MISSING_DIRS = value("FTP_CREATE_MISSING_DIRS", 110, "7.10.7");

    /**
     * How FTP gets to the directory of a file; default {@link FtpMethod#MULTICWD}. Since libcurl 7.15.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTP_FILEMETHOD.html">CURLOPT_FTP_FILEMETHOD</a>
     */
    Option<FtpMethod> FTP_FILEMETHOD = value("FTP_FILEMETHOD", 138, "7.15.1");

    /**
     * Ignores the IP address in the answer to {@code PASV} and connects to that of the control connection; default true
     * (false before 7.74.0). Since libcurl 7.15.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTP_SKIP_PASV_IP.html">CURLOPT_FTP_SKIP_PASV_IP</a>
     */
    Option<Boolean> FTP_SKIP_PASV_IP = flag("FTP_SKIP_PASV_IP", 137, "7.15.0", defaultsTo(1));

    /**
     * Whether the FTP control connection goes back to clear text after login; default {@link FtpCcc#NONE}. Since
     * libcurl 7.16.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTP_SSL_CCC.html">CURLOPT_FTP_SSL_CCC</a>
     */
    Option<FtpCcc> FTP_SSL_CCC = value("FTP_SSL_CCC", 154, "7.16.1");

    /**
     * Tries {@code EPRT} before {@code PORT} in active FTP; default true. Since libcurl 7.10.5.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTP_USE_EPRT.html">CURLOPT_FTP_USE_EPRT</a>
     */
    Option<Boolean> FTP_USE_EPRT = flag("FTP_USE_EPRT", 106, "7.10.5", defaultsTo(1));

    /**
     * Tries {@code EPSV} before {@code PASV} in passive FTP; default true. Since libcurl 7.9.2.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTP_USE_EPSV.html">CURLOPT_FTP_USE_EPSV</a>
     */
    Option<Boolean> FTP_USE_EPSV = flag("FTP_USE_EPSV", 85, "7.9.2", defaultsTo(1));

    /**
     * Sends {@code PRET} before {@code PASV} and {@code EPSV}, which the server drftpd wants; default false. Since
     * libcurl 7.20.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_FTP_USE_PRET.html">CURLOPT_FTP_USE_PRET</a>
     */
    Option<Boolean> FTP_USE_PRET = flag("FTP_USE_PRET", 188, "7.20.0");

    /**
     * Whether GSS-API credentials are delegated to the server; default {@link GssApiDelegation#NONE}. Since libcurl
     * 7.22.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_GSSAPI_DELEGATION.html">CURLOPT_GSSAPI_DELEGATION</a>
     */
    Option<GssApiDelegation> GSSAPI_DELEGATION = value("GSSAPI_DELEGATION", 210, "7.22.0");

    /**
     * Head start of a connection attempt before the next address (or HTTP version) is tried beside it, in milliseconds;
     * default 200. Since libcurl 7.59.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HAPPY_EYEBALLS_TIMEOUT_MS.html">
     *     CURLOPT_HAPPY_EYEBALLS_TIMEOUT_MS</a>
     */
    Option<Long> HAPPY_EYEBALLS_TIMEOUT_MS =
            number("HAPPY_EYEBALLS_TIMEOUT_MS", 271, "7.59.0", MILLISECONDS, defaultsTo(200));

    /**
     * Sends a HAProxy PROXY protocol v1 header at the start of each new connection; default false. Since libcurl
     * 7.60.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HAPROXYPROTOCOL.html">CURLOPT_HAPROXYPROTOCOL</a>
     */
    Option<Boolean> HAPROXYPROTOCOL = flag("HAPROXYPROTOCOL", 274, "7.60.0");

    /**
     * IP address to give as the client's in the HAProxy PROXY protocol v1 header; setting it sends that header. Since
     * libcurl 8.2.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HAPROXY_CLIENT_IP.html">CURLOPT_HAPROXY_CLIENT_IP</a>
     */
    Option<String> HAPROXY_CLIENT_IP = string("HAPROXY_CLIENT_IP", 10323, "8.2.0");

    /**
     * Passes the response headers to {@link #WRITEFUNCTION} too, before the body; default false. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HEADER.html">CURLOPT_HEADER</a>
     */
    Option<Boolean> HEADER = flag("HEADER", 42, "7.1.0");

    /**
     * Called with each complete response header line, of every response on the way to the last, and with the replies of
     * FTP, POP3, IMAP and SMTP servers. A header that the server has folded comes as one line since libcurl 8.18.0, and
     * before as the lines that it was folded to. Since libcurl 7.7.2.
     *
     * @see WriteCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HEADERFUNCTION.html">CURLOPT_HEADERFUNCTION</a>
     */
    Option<WriteCallback> HEADERFUNCTION = function("HEADERFUNCTION", 20079, "7.7.2");

    /**
     * Whether a proxy gets the {@link #HTTPHEADER} lines as well; default {@link HeaderOption#SEPARATE}. Since libcurl
     * 7.37.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HEADEROPT.html">CURLOPT_HEADEROPT</a>
     */
    Option<HeaderOption> HEADEROPT = value("HEADEROPT", 229, "7.37.0", defaultsTo(1));

    /**
     * File that the HSTS cache is loaded from and saved to when the handle is closed; it need not exist, but its folder
     * must; setting it switches HSTS on. Since libcurl 7.74.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HSTS.html">CURLOPT_HSTS</a>
     */
    Option<String> HSTS = string("HSTS", 10300, "7.74.0", FILE, WRITTEN);

    /**
     * Called for one host after the other when libcurl fills its HSTS cache; HSTS must be on ({@link #HSTS_CTRL}).
     * Since libcurl 7.74.0.
     *
     * @see HstsReadCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HSTSREADFUNCTION.html">CURLOPT_HSTSREADFUNCTION</a>
     */
    Option<HstsReadCallback> HSTSREADFUNCTION = function("HSTSREADFUNCTION", 20301, "7.74.0");

    /**
     * Called for one host after the other when libcurl is about to drop its HSTS cache, which happens while the handle
     * is closed; HSTS must be on ({@link #HSTS_CTRL}). Since libcurl 7.74.0.
     *
     * @see HstsWriteCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HSTSWRITEFUNCTION.html">CURLOPT_HSTSWRITEFUNCTION</a>
     */
    Option<HstsWriteCallback> HSTSWRITEFUNCTION = function("HSTSWRITEFUNCTION", 20303, "7.74.0");

    /**
     * Switches HSTS on and says whether its file is written; default none, HSTS is off. Since libcurl 7.74.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HSTS_CTRL.html">CURLOPT_HSTS_CTRL</a>
     */
    Option<Set<HstsCtrl>> HSTS_CTRL = mask("HSTS_CTRL", 299, "7.74.0");

    /**
     * Accepts HTTP/0.9 responses, which are a body without any header; default false (true before 7.66.0). Since
     * libcurl 7.64.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTP09_ALLOWED.html">CURLOPT_HTTP09_ALLOWED</a>
     */
    Option<Boolean> HTTP09_ALLOWED = flag("HTTP09_ALLOWED", 285, "7.64.0");

    /**
     * Beginnings of status lines to be taken for {@code HTTP/1.0 200 OK}, as in {@code "ICY 200 OK"}. Since libcurl
     * 7.10.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTP200ALIASES.html">CURLOPT_HTTP200ALIASES</a>
     */
    Option<List<String>> HTTP200ALIASES = slist("HTTP200ALIASES", 10104, "7.10.3");

    /**
     * Authentication methods allowed towards the server, of which libcurl takes the safest that the server offers;
     * default {@link Auth#BASIC}. Since libcurl 7.10.6.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTPAUTH.html">CURLOPT_HTTPAUTH</a>
     */
    Option<Set<Auth>> HTTPAUTH = mask("HTTPAUTH", 107, "7.10.6", defaultsTo(1));

    /**
     * Makes the request a GET again after another method was chosen; {@code false} has no effect. Since libcurl 7.8.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTPGET.html">CURLOPT_HTTPGET</a>
     */
    Option<Boolean> HTTPGET = flag("HTTPGET", 80, "7.8.1");

    /**
     * HTTP request headers to add, as in {@code "Name: value"}; {@code "Name:"} removes one of libcurl's own,
     * {@code "Name;"} sends one without value. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTPHEADER.html">CURLOPT_HTTPHEADER</a>
     */
    Option<List<String>> HTTPHEADER = slist("HTTPHEADER", 10023, "7.1.0", HEADERS, SECRET);

    /**
     * Tunnels through the HTTP proxy by {@code CONNECT} for all protocols; default false. Since libcurl 7.3.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTPPROXYTUNNEL.html">CURLOPT_HTTPPROXYTUNNEL</a>
     */
    Option<Boolean> HTTPPROXYTUNNEL = flag("HTTPPROXYTUNNEL", 61, "7.3.0");

    /**
     * Signs requests by HTTP Message Signatures, RFC 9421 (experimental), with {@link #HTTPSIG_KEY} and
     * {@link #HTTPSIG_KEYID}, and sets {@link #HTTPAUTH} to match; default {@link HttpSigAlgorithm#NONE}. Since libcurl
     * 8.22.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTPSIG_ALGORITHM.html">CURLOPT_HTTPSIG_ALGORITHM</a>
     */
    Option<HttpSigAlgorithm> HTTPSIG_ALGORITHM = value("HTTPSIG_ALGORITHM", 329, "8.22.0");

    /**
     * What an HTTP Message Signature covers (experimental), separated by spaces: {@code method}, {@code authority},
     * {@code path}, {@code query} and header names with a colon, as in {@code "method path content-type:"}. Since
     * libcurl 8.22.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTPSIG_HEADERS.html">CURLOPT_HTTPSIG_HEADERS</a>
     */
    Option<String> HTTPSIG_HEADERS = string("HTTPSIG_HEADERS", 10332, "8.22.0");

    /**
     * Key for HTTP Message Signatures in hexadecimal (experimental): the 32-byte seed for Ed25519, the shared secret
     * for HMAC-SHA256. Since libcurl 8.22.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTPSIG_KEY.html">CURLOPT_HTTPSIG_KEY</a>
     */
    Option<String> HTTPSIG_KEY = string("HTTPSIG_KEY", 10330, "8.22.0", SECRET);

    /**
     * Name by which the server finds the key of an HTTP Message Signature, sent as its {@code keyid} (experimental).
     * Since libcurl 8.22.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTPSIG_KEYID.html">CURLOPT_HTTPSIG_KEYID</a>
     */
    Option<String> HTTPSIG_KEYID = string("HTTPSIG_KEYID", 10331, "8.22.0");

    /**
     * Decodes compressed bodies that {@link #ACCEPT_ENCODING} asked for; default true, false delivers them as they
     * came. Since libcurl 7.16.2.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTP_CONTENT_DECODING.html">CURLOPT_HTTP_CONTENT_DECODING</a>
     */
    Option<Boolean> HTTP_CONTENT_DECODING = flag("HTTP_CONTENT_DECODING", 158, "7.16.2", defaultsTo(1));

    /**
     * Decodes chunked transfer encoding; default true, false delivers it as it came. Since libcurl 7.16.2.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_HTTP_TRANSFER_DECODING.html">CURLOPT_HTTP_TRANSFER_DECODING</a>
     */
    Option<Boolean> HTTP_TRANSFER_DECODING = flag("HTTP_TRANSFER_DECODING", 157, "7.16.2", defaultsTo(1));

    /**
     * Ignores {@code Content-Length} in HTTP and the size of the file in FTP, and reads until the server closes;
     * default false. Since libcurl 7.14.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_IGNORE_CONTENT_LENGTH.html">CURLOPT_IGNORE_CONTENT_LENGTH</a>
     */
    Option<Boolean> IGNORE_CONTENT_LENGTH = flag("IGNORE_CONTENT_LENGTH", 136, "7.14.1");

    /**
     * Size of the upload in bytes; default -1, unknown. {@link #INFILESIZE_LARGE} is for more than 2 GB. Since libcurl
     * 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_INFILESIZE.html">CURLOPT_INFILESIZE</a>
     */
    Option<Long> INFILESIZE = number("INFILESIZE", 14, "7.1.0", UPLOAD_SIZE, defaultsTo(-1));

    /**
     * Size of the upload in bytes; default -1, unknown. Since libcurl 7.11.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_INFILESIZE_LARGE.html">CURLOPT_INFILESIZE_LARGE</a>
     */
    Option<Long> INFILESIZE_LARGE = offset("INFILESIZE_LARGE", 30115, "7.11.0", UPLOAD_SIZE, defaultsTo(-1));

    /**
     * Local end of the connection: an interface name, IP address or host name, or made definite as {@code if!name},
     * {@code host!name} or {@code ifhost!interface!host} (8.9.0). Since libcurl 7.3.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_INTERFACE.html">CURLOPT_INTERFACE</a>
     */
    Option<String> INTERFACE = string("INTERFACE", 10062, "7.3.0");

    /**
     * Called with each interleaved RTP packet of an RTSP session, its four-byte header included; default
     * {@link #WRITEFUNCTION} gets them. Since libcurl 7.20.0.
     *
     * @see WriteCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_INTERLEAVEFUNCTION.html">CURLOPT_INTERLEAVEFUNCTION</a>
     */
    Option<WriteCallback> INTERLEAVEFUNCTION = function("INTERLEAVEFUNCTION", 20196, "7.20.0");

    /**
     * Called when libcurl must rewind the request body, unless {@link #SEEKFUNCTION} is set. Since libcurl 7.12.3.
     *
     * @see IoctlCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_IOCTLFUNCTION.html">CURLOPT_IOCTLFUNCTION</a>
     * @deprecated since libcurl 7.18.0; use {@link #SEEKFUNCTION}
     */
    @Deprecated
    Option<IoctlCallback> IOCTLFUNCTION = function("IOCTLFUNCTION", 20130, "7.12.3");

    /**
     * Which IP versions are used for host names; default {@link IpResolve#WHATEVER}. Since libcurl 7.10.8.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_IPRESOLVE.html">CURLOPT_IPRESOLVE</a>
     */
    Option<IpResolve> IPRESOLVE = value("IPRESOLVE", 113, "7.10.8");

    /**
     * PEM file of the CA certificate that must have issued the peer's certificate, in addition to the usual check; if
     * it does not exist, the transfer fails. Since libcurl 7.19.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_ISSUERCERT.html">CURLOPT_ISSUERCERT</a>
     */
    Option<String> ISSUERCERT = string("ISSUERCERT", 10170, "7.19.0", FILE);

    /**
     * CA certificate in PEM form from memory, used like {@link #ISSUERCERT}. Since libcurl 7.71.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_ISSUERCERT_BLOB.html">CURLOPT_ISSUERCERT_BLOB</a>
     */
    Option<byte[]> ISSUERCERT_BLOB = blob("ISSUERCERT_BLOB", 40295, "7.71.0");

    /**
     * Goes on sending the request body when the server answers early with a status of 300 or more; default false. Since
     * libcurl 7.51.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_KEEP_SENDING_ON_ERROR.html">CURLOPT_KEEP_SENDING_ON_ERROR</a>
     */
    Option<Boolean> KEEP_SENDING_ON_ERROR = flag("KEEP_SENDING_ON_ERROR", 245, "7.51.0");

    /**
     * Passphrase of the private key in {@link #SSLKEY} or {@link #SSH_PRIVATE_KEYFILE}. Since libcurl 7.17.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_KEYPASSWD.html">CURLOPT_KEYPASSWD</a>
     */
    Option<String> KEYPASSWD = string("KEYPASSWD", 10026, "7.17.0", SECRET);

    /**
     * Set the Kerberos security level of FTP, one of {@code clear}, {@code safe}, {@code confidential} and
     * {@code private}; gone since 8.17.0. Since libcurl 7.16.4.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_KRBLEVEL.html">CURLOPT_KRBLEVEL</a>
     * @deprecated since libcurl 8.17.0, which has removed Kerberos for FTP; there is no replacement
     */
    @Deprecated
    Option<String> KRBLEVEL = string("KRBLEVEL", 10063, "7.16.4");

    /**
     * Local port of the connection, 1 to 65535; default 0, any. Since libcurl 7.15.2.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_LOCALPORT.html">CURLOPT_LOCALPORT</a>
     */
    Option<Long> LOCALPORT = number("LOCALPORT", 139, "7.15.2");

    /**
     * How many ports to try, from {@link #LOCALPORT} upwards; default 1. Since libcurl 7.15.2.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_LOCALPORTRANGE.html">CURLOPT_LOCALPORTRANGE</a>
     */
    Option<Long> LOCALPORTRANGE = number("LOCALPORTRANGE", 140, "7.15.2", defaultsTo(1));

    /**
     * Login options of IMAP, LDAP, POP3 and SMTP, as in {@code "AUTH=PLAIN"}. Since libcurl 7.34.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_LOGIN_OPTIONS.html">CURLOPT_LOGIN_OPTIONS</a>
     */
    Option<String> LOGIN_OPTIONS = string("LOGIN_OPTIONS", 10224, "7.34.0");

    /**
     * Average speed in bytes per second below which a transfer is too slow and, after {@link #LOW_SPEED_TIME}, given
     * up; default 0, off. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_LOW_SPEED_LIMIT.html">CURLOPT_LOW_SPEED_LIMIT</a>
     */
    Option<Long> LOW_SPEED_LIMIT = number("LOW_SPEED_LIMIT", 19, "7.1.0", LIVE);

    /**
     * How long a transfer may be slower than {@link #LOW_SPEED_LIMIT} before it is given up, in seconds; default 0,
     * off. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_LOW_SPEED_TIME.html">CURLOPT_LOW_SPEED_TIME</a>
     */
    Option<Long> LOW_SPEED_TIME = number("LOW_SPEED_TIME", 20, "7.1.0", SECONDS, LIVE);

    /**
     * Identity of the original submitter, for mail relayed to another SMTP server; without angle brackets, and empty
     * when unknown. Since libcurl 7.25.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAIL_AUTH.html">CURLOPT_MAIL_AUTH</a>
     */
    Option<String> MAIL_AUTH = string("MAIL_AUTH", 10217, "7.25.0");

    /**
     * Address of the sender of an SMTP mail; angle brackets are added where they are missing. Since libcurl 7.20.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAIL_FROM.html">CURLOPT_MAIL_FROM</a>
     */
    Option<String> MAIL_FROM = string("MAIL_FROM", 10186, "7.20.0");

    /**
     * Recipients of an SMTP mail, one address each; angle brackets are added where they are missing. Since libcurl
     * 7.20.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAIL_RCPT.html">CURLOPT_MAIL_RCPT</a>
     */
    Option<List<String>> MAIL_RCPT = slist("MAIL_RCPT", 10187, "7.20.0");

    /**
     * Sends the mail as long as the server accepts one of the recipients; default false, all must be accepted. Since
     * libcurl 8.2.0, and under a misspelt name since 7.69.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAIL_RCPT_ALLOWFAILS.html">CURLOPT_MAIL_RCPT_ALLOWFAILS</a>
     */
    Option<Boolean> MAIL_RCPT_ALLOWFAILS = flag("MAIL_RCPT_ALLOWFAILS", 290, "7.69.0");

    /**
     * Longest idle time after which a connection is still reused, in seconds; default 118. Since libcurl 7.65.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAXAGE_CONN.html">CURLOPT_MAXAGE_CONN</a>
     */
    Option<Long> MAXAGE_CONN = number("MAXAGE_CONN", 288, "7.65.0", SECONDS, defaultsTo(118));

    /**
     * Largest download allowed in bytes; default 0, no limit. {@link #MAXFILESIZE_LARGE} is for more than 2 GB. Since
     * libcurl 7.10.8.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAXFILESIZE.html">CURLOPT_MAXFILESIZE</a>
     */
    Option<Long> MAXFILESIZE = number("MAXFILESIZE", 114, "7.10.8", LIVE);

    /**
     * Largest download allowed in bytes, also for sizes learnt on the way (8.4.0); default 0, no limit. Since libcurl
     * 7.11.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAXFILESIZE_LARGE.html">CURLOPT_MAXFILESIZE_LARGE</a>
     */
    Option<Long> MAXFILESIZE_LARGE = offset("MAXFILESIZE_LARGE", 30117, "7.11.0", LIVE);

    /**
     * Longest time since its creation during which a connection is reused, in seconds; default 86400 (no limit before
     * 8.17.0), 0 no limit. Since libcurl 7.80.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAXLIFETIME_CONN.html">CURLOPT_MAXLIFETIME_CONN</a>
     */
    Option<Long> MAXLIFETIME_CONN = number("MAXLIFETIME_CONN", 314, "7.80.0", SECONDS, defaultsTo(86_400));

    /**
     * How many redirects {@link #FOLLOWLOCATION} follows; default 30 (no limit before 8.3.0), 0 refuses any, -1 no
     * limit. Since libcurl 7.5.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAXREDIRS.html">CURLOPT_MAXREDIRS</a>
     */
    Option<Long> MAXREDIRS = number("MAXREDIRS", 68, "7.5.0", LIVE, defaultsTo(30));

    /**
     * Average download speed not to be exceeded, in bytes per second; default 0, no limit. Since libcurl 7.15.5.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAX_RECV_SPEED_LARGE.html">CURLOPT_MAX_RECV_SPEED_LARGE</a>
     */
    Option<Long> MAX_RECV_SPEED_LARGE = offset("MAX_RECV_SPEED_LARGE", 30146, "7.15.5", LIVE, NOT_PAUSED);

    /**
     * Average upload speed not to be exceeded, in bytes per second; default 0, no limit. Since libcurl 7.15.5.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAX_SEND_SPEED_LARGE.html">CURLOPT_MAX_SEND_SPEED_LARGE</a>
     */
    Option<Long> MAX_SEND_SPEED_LARGE = offset("MAX_SEND_SPEED_LARGE", 30145, "7.15.5", LIVE, NOT_PAUSED);

    /**
     * Multipart body to send: an HTTP form, or a mail by SMTP or IMAP. Since libcurl 7.56.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_MIMEPOST.html">CURLOPT_MIMEPOST</a>
     */
    Option<Mime> MIMEPOST = handle("MIMEPOST", 10269, "7.56.0", BODY);

    /**
     * How multipart bodies are encoded; default none, which percent-encodes field and file names of forms. Since
     * libcurl 7.81.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_MIME_OPTIONS.html">CURLOPT_MIME_OPTIONS</a>
     */
    Option<Set<MimeOption>> MIME_OPTIONS = mask("MIME_OPTIONS", 315, "7.81.0");

    /**
     * Whether credentials come from a {@code .netrc} file or from the URL; default {@link Netrc#IGNORED}.
     * Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_NETRC.html">CURLOPT_NETRC</a>
     */
    Option<Netrc> NETRC = value("NETRC", 51, "7.1.0");

    /**
     * File to read in place of the {@code .netrc} in the user's home directory; if it does not exist, newer versions fail
     * the transfer, and 7.88.1 goes on without. Since libcurl 7.11.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_NETRC_FILE.html">CURLOPT_NETRC_FILE</a>
     */
    Option<String> NETRC_FILE = string("NETRC_FILE", 10118, "7.11.0", FILE);

    /**
     * Permission bits of directories that an upload creates on the server; default 0755 (octal). Since libcurl 7.16.4.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_NEW_DIRECTORY_PERMS.html">CURLOPT_NEW_DIRECTORY_PERMS</a>
     */
    Option<Long> NEW_DIRECTORY_PERMS = number("NEW_DIRECTORY_PERMS", 160, "7.16.4", defaultsTo(0755));

    /**
     * Permission bits of files that an upload creates on the server; default 0644 (octal). Since libcurl 7.16.4.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_NEW_FILE_PERMS.html">CURLOPT_NEW_FILE_PERMS</a>
     */
    Option<Long> NEW_FILE_PERMS = number("NEW_FILE_PERMS", 159, "7.16.4", defaultsTo(0644));

    /**
     * Asks for everything but the body, which in HTTP is a HEAD request; default false. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_NOBODY.html">CURLOPT_NOBODY</a>
     */
    Option<Boolean> NOBODY = flag("NOBODY", 44, "7.1.0");

    /**
     * Turns off the progress callback and the progress meter; default true. <b>Setting {@link #XFERINFOFUNCTION} turns
     * it off.</b> Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_NOPROGRESS.html">CURLOPT_NOPROGRESS</a>
     */
    Option<Boolean> NOPROGRESS = flag("NOPROGRESS", 43, "7.1.0", LIVE, defaultsTo(1));

    /**
     * Comma-separated hosts, domains and networks that are reached without the proxy, or {@code *} for all; default
     * unset, which leaves it to the environment variable {@code no_proxy}. Since libcurl 7.19.4.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_NOPROXY.html">CURLOPT_NOPROXY</a>
     */
    Option<String> NOPROXY = string("NOPROXY", 10177, "7.19.4");

    /**
     * Keeps libcurl from using signals; libcurl's default is false. <b>This library turns it on, because signals and a
     * JVM do not mix.</b> Since libcurl 7.10.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_NOSIGNAL.html">CURLOPT_NOSIGNAL</a>
     */
    Option<Boolean> NOSIGNAL = flag("NOSIGNAL", 99, "7.10.0", defaultsTo(1));

    /**
     * Called in place of {@code socket(2)} whenever libcurl needs a new socket. Since libcurl 7.17.1.
     *
     * @see OpenSocketCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_OPENSOCKETFUNCTION.html">CURLOPT_OPENSOCKETFUNCTION</a>
     */
    Option<OpenSocketCallback> OPENSOCKETFUNCTION = function("OPENSOCKETFUNCTION", 20163, "7.17.1");

    /**
     * Password to log in with, together with {@link #USERNAME}; default unset. Since libcurl 7.19.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PASSWORD.html">CURLOPT_PASSWORD</a>
     */
    Option<String> PASSWORD = string("PASSWORD", 10174, "7.19.1", SECRET);

    /**
     * Sends {@code /../} and {@code /./} in the path of the URL as they are, instead of resolving them; default false.
     * Since libcurl 7.42.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PATH_AS_IS.html">CURLOPT_PATH_AS_IS</a>
     */
    Option<Boolean> PATH_AS_IS = flag("PATH_AS_IS", 234, "7.42.0");

    /**
     * Public key that the server must have, as the name of a PEM or DER file or as {@code sha256//} hashes in Base64
     * separated by semicolons; default unset, any key. Since libcurl 7.39.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PINNEDPUBLICKEY.html">CURLOPT_PINNEDPUBLICKEY</a>
     */
    Option<String> PINNEDPUBLICKEY = string("PINNEDPUBLICKEY", 10230, "7.39.0");

    /**
     * Waits for a connection that may turn out to multiplex, rather than opening another one at once; default false.
     * Since libcurl 7.43.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PIPEWAIT.html">CURLOPT_PIPEWAIT</a>
     */
    Option<Boolean> PIPEWAIT = flag("PIPEWAIT", 237, "7.43.0");

    /**
     * Port to connect to, instead of the port of the URL; default 0, the port of the URL. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PORT.html">CURLOPT_PORT</a>
     */
    Option<Long> PORT = number("PORT", 3, "7.1.0");

    /**
     * Makes an HTTP POST request, whose body is {@link #POSTFIELDS} or what {@link #READFUNCTION} delivers; default
     * false. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_POST.html">CURLOPT_POST</a>
     */
    Option<Boolean> POST = flag("POST", 47, "7.1.0", SENDS);

    /**
     * Body of a POST request, sent as it is; the handle keeps the bytes alive. Setting it makes the request a POST.
     * Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_POSTFIELDS.html">CURLOPT_POSTFIELDS</a>
     */
    Option<byte[]> POSTFIELDS = postFields("POSTFIELDS", 10015, "7.1.0", BODY);

    /**
     * Size of the POST body in bytes; default -1, unknown. Use {@link #POSTFIELDSIZE_LARGE} for 2 GB and more.
     * Since libcurl 7.2.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_POSTFIELDSIZE.html">CURLOPT_POSTFIELDSIZE</a>
     */
    Option<Long> POSTFIELDSIZE = number("POSTFIELDSIZE", 60, "7.2.0", BODY_SIZE, defaultsTo(-1));

    /**
     * Size of the POST body in bytes; default -1, unknown. Since libcurl 7.11.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_POSTFIELDSIZE_LARGE.html">CURLOPT_POSTFIELDSIZE_LARGE</a>
     */
    Option<Long> POSTFIELDSIZE_LARGE = offset("POSTFIELDSIZE_LARGE", 30120, "7.11.1", BODY_SIZE, defaultsTo(-1));

    /**
     * Commands that go to the FTP or SFTP server after a transfer that went well. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_POSTQUOTE.html">CURLOPT_POSTQUOTE</a>
     */
    Option<List<String>> POSTQUOTE = slist("POSTQUOTE", 10039, "7.1.0");

    /**
     * Redirects after which a POST stays a POST instead of becoming a GET; default none. Since libcurl 7.19.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_POSTREDIR.html">CURLOPT_POSTREDIR</a>
     */
    Option<Set<PostRedirect>> POSTREDIR = mask("POSTREDIR", 161, "7.19.1", LIVE);

    /**
     * Commands that go to the FTP server once the transfer type is set; SFTP ignores them. Since libcurl 7.9.5.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PREQUOTE.html">CURLOPT_PREQUOTE</a>
     */
    Option<List<String>> PREQUOTE = slist("PREQUOTE", 10093, "7.9.5");

    /**
     * Called when the connection is up, or chosen for reuse, and before the request goes out. Since libcurl 7.80.0.
     *
     * @see PrereqCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PREREQFUNCTION.html">CURLOPT_PREREQFUNCTION</a>
     */
    Option<PrereqCallback> PREREQFUNCTION = function("PREREQFUNCTION", 20312, "7.80.0");

    /**
     * SOCKS proxy on the way to {@link #PROXY}, in the same notation; default unset, none. Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PRE_PROXY.html">CURLOPT_PRE_PROXY</a>
     */
    Option<String> PRE_PROXY = string("PRE_PROXY", 10262, "7.52.0", URI);

    /**
     * Called often during a transfer, and about once a second when nothing moves, with the progress in floating point.
     * Since libcurl 7.1.0.
     *
     * @see ProgressCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROGRESSFUNCTION.html">CURLOPT_PROGRESSFUNCTION</a>
     * @deprecated since libcurl 7.32.0; use {@link #XFERINFOFUNCTION}, which counts in whole bytes
     */
    @Deprecated
    Option<ProgressCallback> PROGRESSFUNCTION = function("PROGRESSFUNCTION", 20056, "7.1.0", PROGRESS);

    /**
     * Protocols that a transfer may use; default all that libcurl was built with. Since libcurl 7.19.4.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROTOCOLS.html">CURLOPT_PROTOCOLS</a>
     * @deprecated since libcurl 7.85.0; use {@link #PROTOCOLS_STR}
     */
    @Deprecated
    Option<Set<Protocol>> PROTOCOLS = mask("PROTOCOLS", 181, "7.19.4", defaultsTo(-1));

    /**
     * Comma-separated URL schemes that a transfer may use; default all that libcurl was built with.
     * Since libcurl 7.85.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROTOCOLS_STR.html">CURLOPT_PROTOCOLS_STR</a>
     */
    Option<String> PROTOCOLS_STR = string("PROTOCOLS_STR", 10318, "7.85.0");

    /**
     * Proxy as {@code [scheme://]host[:port]}; default unset, which leaves it to environment variables such as
     * {@code https_proxy}. An empty string means no proxy at all. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY.html">CURLOPT_PROXY</a>
     */
    Option<String> PROXY = string("PROXY", 10004, "7.1.0", URI);

    /**
     * HTTP authentication methods that may be used with the proxy; default {@link Auth#BASIC}. Since libcurl 7.10.7.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXYAUTH.html">CURLOPT_PROXYAUTH</a>
     */
    Option<Set<Auth>> PROXYAUTH = mask("PROXYAUTH", 111, "7.10.7", defaultsTo(1));

    /**
     * Headers for the proxy only, as {@code Name: value}. Since libcurl 7.37.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXYHEADER.html">CURLOPT_PROXYHEADER</a>
     */
    Option<List<String>> PROXYHEADER = slist("PROXYHEADER", 10228, "7.37.0", HEADERS, SECRET);

    /**
     * Password for the proxy, together with {@link #PROXYUSERNAME}; default unset. Since libcurl 7.19.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXYPASSWORD.html">CURLOPT_PROXYPASSWORD</a>
     */
    Option<String> PROXYPASSWORD = string("PROXYPASSWORD", 10176, "7.19.1", SECRET);

    /**
     * Port of the proxy, where {@link #PROXY} names none; default 0, which means 443 for an HTTPS proxy and 1080 for
     * any other. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXYPORT.html">CURLOPT_PROXYPORT</a>
     */
    Option<Long> PROXYPORT = number("PROXYPORT", 59, "7.1.0");

    /**
     * Kind of proxy, where {@link #PROXY} has no scheme; default {@link ProxyType#HTTP}. Since libcurl 7.10.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXYTYPE.html">CURLOPT_PROXYTYPE</a>
     */
    Option<ProxyType> PROXYTYPE = value("PROXYTYPE", 101, "7.10.0");

    /**
     * User name for the proxy, together with {@link #PROXYPASSWORD}; default unset. Since libcurl 7.19.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXYUSERNAME.html">CURLOPT_PROXYUSERNAME</a>
     */
    Option<String> PROXYUSERNAME = string("PROXYUSERNAME", 10175, "7.19.1");

    /**
     * Credentials for the proxy as {@code user:password}, both percent-encoded; default unset. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXYUSERPWD.html">CURLOPT_PROXYUSERPWD</a>
     */
    Option<String> PROXYUSERPWD = string("PROXYUSERPWD", 10006, "7.1.0", SECRET);

    /**
     * PEM file with the CA certificates to verify an HTTPS proxy with; it must exist; default the one that libcurl was
     * built with. Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_CAINFO.html">CURLOPT_PROXY_CAINFO</a>
     */
    Option<String> PROXY_CAINFO = string("PROXY_CAINFO", 10246, "7.52.0", FILE);

    /**
     * CA certificates in PEM format to verify an HTTPS proxy with, from memory. Since libcurl 7.77.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_CAINFO_BLOB.html">CURLOPT_PROXY_CAINFO_BLOB</a>
     */
    Option<byte[]> PROXY_CAINFO_BLOB = blob("PROXY_CAINFO_BLOB", 40310, "7.77.0");

    /**
     * Directory of CA certificates to verify an HTTPS proxy with. Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_CAPATH.html">CURLOPT_PROXY_CAPATH</a>
     */
    Option<String> PROXY_CAPATH = string("PROXY_CAPATH", 10247, "7.52.0", FILE);

    /**
     * PEM file with the certificate revocation lists to check an HTTPS proxy against; it must exist; default unset,
     * none. Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_CRLFILE.html">CURLOPT_PROXY_CRLFILE</a>
     */
    Option<String> PROXY_CRLFILE = string("PROXY_CRLFILE", 10260, "7.52.0", FILE);

    /**
     * PEM file with the CA certificate that must have issued the certificate of the HTTPS proxy; it must exist; default
     * unset, not checked. Since libcurl 7.71.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_ISSUERCERT.html">CURLOPT_PROXY_ISSUERCERT</a>
     */
    Option<String> PROXY_ISSUERCERT = string("PROXY_ISSUERCERT", 10296, "7.71.0", FILE);

    /**
     * CA certificate in PEM format that must have issued the certificate of the HTTPS proxy, from memory.
     * Since libcurl 7.71.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_ISSUERCERT_BLOB.html">CURLOPT_PROXY_ISSUERCERT_BLOB</a>
     */
    Option<byte[]> PROXY_ISSUERCERT_BLOB = blob("PROXY_ISSUERCERT_BLOB", 40297, "7.71.0");

    /**
     * Passphrase of the private key {@link #PROXY_SSLKEY}; default unset. Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_KEYPASSWD.html">CURLOPT_PROXY_KEYPASSWD</a>
     */
    Option<String> PROXY_KEYPASSWD = string("PROXY_KEYPASSWD", 10258, "7.52.0", SECRET);

    /**
     * Public key that the HTTPS proxy must have, as the name of a PEM or DER file or as {@code sha256//} hashes in
     * Base64 separated by semicolons; default unset, any key. Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_PINNEDPUBLICKEY.html">CURLOPT_PROXY_PINNEDPUBLICKEY</a>
     */
    Option<String> PROXY_PINNEDPUBLICKEY = string("PROXY_PINNEDPUBLICKEY", 10263, "7.52.0");

    /**
     * Service name for GSS-API authentication with the proxy; default {@code HTTP}, for SOCKS5 {@code rcmd}.
     * Since libcurl 7.43.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_SERVICE_NAME.html">CURLOPT_PROXY_SERVICE_NAME</a>
     */
    Option<String> PROXY_SERVICE_NAME = string("PROXY_SERVICE_NAME", 10235, "7.43.0");

    /**
     * File with the client certificate for the HTTPS proxy; it must exist; default unset, none. Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSLCERT.html">CURLOPT_PROXY_SSLCERT</a>
     */
    Option<String> PROXY_SSLCERT = string("PROXY_SSLCERT", 10254, "7.52.0", FILE);

    /**
     * Format of {@link #PROXY_SSLCERT}: {@code PEM}, {@code DER} or {@code P12}; default {@code PEM}.
     * Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSLCERTTYPE.html">CURLOPT_PROXY_SSLCERTTYPE</a>
     */
    Option<String> PROXY_SSLCERTTYPE = string("PROXY_SSLCERTTYPE", 10255, "7.52.0");

    /**
     * Client certificate for the HTTPS proxy, from memory; {@link #PROXY_SSLCERTTYPE} gives the format.
     * Since libcurl 7.71.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSLCERT_BLOB.html">CURLOPT_PROXY_SSLCERT_BLOB</a>
     */
    Option<byte[]> PROXY_SSLCERT_BLOB = blob("PROXY_SSLCERT_BLOB", 40293, "7.71.0");

    /**
     * File with the private key of the client certificate for the HTTPS proxy; it must exist; default unset. Since
     * libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSLKEY.html">CURLOPT_PROXY_SSLKEY</a>
     */
    Option<String> PROXY_SSLKEY = string("PROXY_SSLKEY", 10256, "7.52.0", FILE);

    /**
     * Format of {@link #PROXY_SSLKEY}: {@code PEM}, {@code DER}, {@code ENG} or {@code PROV}; default {@code PEM}.
     * Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSLKEYTYPE.html">CURLOPT_PROXY_SSLKEYTYPE</a>
     */
    Option<String> PROXY_SSLKEYTYPE = string("PROXY_SSLKEYTYPE", 10257, "7.52.0");

    /**
     * Private key of the client certificate for the HTTPS proxy, from memory; {@link #PROXY_SSLKEYTYPE} gives the
     * format. Since libcurl 7.71.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSLKEY_BLOB.html">CURLOPT_PROXY_SSLKEY_BLOB</a>
     */
    Option<byte[]> PROXY_SSLKEY_BLOB = blob("PROXY_SSLKEY_BLOB", 40294, "7.71.0");

    /**
     * TLS versions to speak with an HTTPS proxy; default {@link SslVersion#DEFAULT}. Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSLVERSION.html">CURLOPT_PROXY_SSLVERSION</a>
     */
    Option<SslVersion> PROXY_SSLVERSION = value("PROXY_SSLVERSION", 250, "7.52.0");

    /**
     * Colon-separated ciphers of TLS 1.2 and older for an HTTPS proxy; default unset, the built-in list.
     * Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSL_CIPHER_LIST.html">CURLOPT_PROXY_SSL_CIPHER_LIST</a>
     */
    Option<String> PROXY_SSL_CIPHER_LIST = string("PROXY_SSL_CIPHER_LIST", 10259, "7.52.0");

    /**
     * Switches of the TLS connection to an HTTPS proxy; default none. Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSL_OPTIONS.html">CURLOPT_PROXY_SSL_OPTIONS</a>
     */
    Option<Set<SslOption>> PROXY_SSL_OPTIONS = mask("PROXY_SSL_OPTIONS", 261, "7.52.0");

    /**
     * Checks that the certificate of the HTTPS proxy carries the name of the proxy; default true. <b>Without it anybody
     * can pose as the proxy.</b> Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSL_VERIFYHOST.html">CURLOPT_PROXY_SSL_VERIFYHOST</a>
     */
    Option<Boolean> PROXY_SSL_VERIFYHOST = verifyHost("PROXY_SSL_VERIFYHOST", 249, "7.52.0", defaultsTo(2));

    /**
     * Checks that a trusted CA vouches for the certificate of the HTTPS proxy; default true. <b>Without it anybody can
     * pose as the proxy.</b> Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_SSL_VERIFYPEER.html">CURLOPT_PROXY_SSL_VERIFYPEER</a>
     */
    Option<Boolean> PROXY_SSL_VERIFYPEER = flag("PROXY_SSL_VERIFYPEER", 248, "7.52.0", defaultsTo(1));

    /**
     * Colon-separated cipher suites of TLS 1.3 for an HTTPS proxy; default unset, the built-in list.
     * Since libcurl 7.61.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_TLS13_CIPHERS.html">CURLOPT_PROXY_TLS13_CIPHERS</a>
     */
    Option<String> PROXY_TLS13_CIPHERS = string("PROXY_TLS13_CIPHERS", 10277, "7.61.0");

    /**
     * Password for TLS-SRP with an HTTPS proxy. Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_TLSAUTH_PASSWORD.html">CURLOPT_PROXY_TLSAUTH_PASSWORD</a>
     * @deprecated since libcurl 8.22.0; libcurl no longer has TLS-SRP; there is no replacement
     */
    @Deprecated
    Option<String> PROXY_TLSAUTH_PASSWORD = string("PROXY_TLSAUTH_PASSWORD", 10252, "7.52.0", SECRET);

    /**
     * Authentication inside TLS with an HTTPS proxy; {@code SRP} was the only one. Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_TLSAUTH_TYPE.html">CURLOPT_PROXY_TLSAUTH_TYPE</a>
     * @deprecated since libcurl 8.22.0; libcurl no longer has TLS-SRP; there is no replacement
     */
    @Deprecated
    Option<String> PROXY_TLSAUTH_TYPE = string("PROXY_TLSAUTH_TYPE", 10253, "7.52.0");

    /**
     * User name for TLS-SRP with an HTTPS proxy. Since libcurl 7.52.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_TLSAUTH_USERNAME.html">CURLOPT_PROXY_TLSAUTH_USERNAME</a>
     * @deprecated since libcurl 8.22.0; libcurl no longer has TLS-SRP; there is no replacement
     */
    @Deprecated
    Option<String> PROXY_TLSAUTH_USERNAME = string("PROXY_TLSAUTH_USERNAME", 10251, "7.52.0");

    /**
     * Adds {@code ;type=a} or {@code ;type=i} to FTP URLs that go through an HTTP proxy; default false.
     * Since libcurl 7.18.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PROXY_TRANSFER_MODE.html">CURLOPT_PROXY_TRANSFER_MODE</a>
     */
    Option<Boolean> PROXY_TRANSFER_MODE = flag("PROXY_TRANSFER_MODE", 166, "7.18.0");

    /**
     * Makes an HTTP PUT request; default false. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_PUT.html">CURLOPT_PUT</a>
     * @deprecated since libcurl 7.12.1; use {@link #UPLOAD}
     */
    @Deprecated
    Option<Boolean> PUT = flag("PUT", 54, "7.1.0", SENDS);

    /**
     * Commands that go to the FTP or SFTP server before anything else. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_QUOTE.html">CURLOPT_QUOTE</a>
     */
    Option<List<String>> QUOTE = slist("QUOTE", 10028, "7.1.0");

    /**
     * File with random data for the TLS library. Since libcurl 7.7.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_RANDOM_FILE.html">CURLOPT_RANDOM_FILE</a>
     * @deprecated since libcurl 7.84.0; libcurl ignores it
     */
    @Deprecated
    Option<String> RANDOM_FILE = string("RANDOM_FILE", 10076, "7.7.0", FILE);

    /**
     * Part to fetch, as in {@code 0-499}, {@code 500-} or, with HTTP, {@code 0-9,20-29}; default unset, everything.
     * Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_RANGE.html">CURLOPT_RANGE</a>
     */
    Option<String> RANGE = string("RANGE", 10007, "7.1.0");

    /**
     * Called whenever libcurl needs more data to upload. Since libcurl 7.1.0.
     *
     * @see ReadCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_READFUNCTION.html">CURLOPT_READFUNCTION</a>
     */
    Option<ReadCallback> READFUNCTION = function("READFUNCTION", 20012, "7.1.0", LIVE);

    /**
     * Protocols that a redirect may lead to; default HTTP, HTTPS, FTP and FTPS. Since libcurl 7.19.4.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_REDIR_PROTOCOLS.html">CURLOPT_REDIR_PROTOCOLS</a>
     * @deprecated since libcurl 7.85.0; use {@link #REDIR_PROTOCOLS_STR}
     */
    @Deprecated
    Option<Set<Protocol>> REDIR_PROTOCOLS = mask("REDIR_PROTOCOLS", 182, "7.19.4", defaultsTo(1 | 2 | 4 | 8));

    /**
     * Comma-separated URL schemes that a redirect may lead to; default {@code http,https,ftp,ftps}.
     * Since libcurl 7.85.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_REDIR_PROTOCOLS_STR.html">CURLOPT_REDIR_PROTOCOLS_STR</a>
     */
    Option<String> REDIR_PROTOCOLS_STR = string("REDIR_PROTOCOLS_STR", 10319, "7.85.0");

    /**
     * What the request line says in place of the path of the URL, sent unchecked; default unset. Since libcurl 7.55.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_REQUEST_TARGET.html">CURLOPT_REQUEST_TARGET</a>
     */
    Option<String> REQUEST_TARGET = string("REQUEST_TARGET", 10266, "7.55.0");

    /**
     * Addresses of hosts that need no name lookup, as {@code [+]host:port:address[,address]}; {@code -host:port}
     * removes one. Since libcurl 7.21.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_RESOLVE.html">CURLOPT_RESOLVE</a>
     */
    Option<List<String>> RESOLVE = slist("RESOLVE", 10203, "7.21.3", HOSTS);

    /**
     * Called before each name lookup. Since libcurl 7.59.0.
     *
     * @see ResolverStartCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_RESOLVER_START_FUNCTION.html">CURLOPT_RESOLVER_START_FUNCTION</a>
     */
    Option<ResolverStartCallback> RESOLVER_START_FUNCTION = function("RESOLVER_START_FUNCTION", 20272, "7.59.0");

    /**
     * Offset in bytes to start from; default 0. With FTP, -1 appends to the file on the server. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_RESUME_FROM.html">CURLOPT_RESUME_FROM</a>
     */
    Option<Long> RESUME_FROM = number("RESUME_FROM", 21, "7.1.0");

    /**
     * Offset in bytes to start from, also beyond 2 GB; default 0. With FTP, -1 appends to the file on the server.
     * Since libcurl 7.11.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_RESUME_FROM_LARGE.html">CURLOPT_RESUME_FROM_LARGE</a>
     */
    Option<Long> RESUME_FROM_LARGE = offset("RESUME_FROM_LARGE", 30116, "7.11.0");

    /**
     * RTSP request to make; default {@link RtspRequest#OPTIONS}. Since libcurl 7.20.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_RTSP_REQUEST.html">CURLOPT_RTSP_REQUEST</a>
     */
    Option<RtspRequest> RTSP_REQUEST = value("RTSP_REQUEST", 189, "7.20.0", defaultsTo(1));

    /**
     * RTSP stream to operate on; default {@code *}, the server as such. Since libcurl 7.20.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_RTSP_STREAM_URI.html">CURLOPT_RTSP_STREAM_URI</a>
     */
    Option<String> RTSP_STREAM_URI = string("RTSP_STREAM_URI", 10191, "7.20.0");

    /**
     * Value of the RTSP header {@code Transport}, which a SETUP request needs; default unset. Since libcurl 7.20.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_RTSP_TRANSPORT.html">CURLOPT_RTSP_TRANSPORT</a>
     */
    Option<String> RTSP_TRANSPORT = string("RTSP_TRANSPORT", 10192, "7.20.0");

    /**
     * Identity to act as, where it differs from the user who logs in, for SASL PLAIN; default unset.
     * Since libcurl 7.66.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SASL_AUTHZID.html">CURLOPT_SASL_AUTHZID</a>
     */
    Option<String> SASL_AUTHZID = string("SASL_AUTHZID", 10289, "7.66.0");

    /**
     * Sends the first SASL response together with the AUTH command, which saves a round trip; default false.
     * Since libcurl 7.31.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SASL_IR.html">CURLOPT_SASL_IR</a>
     */
    Option<Boolean> SASL_IR = flag("SASL_IR", 218, "7.31.0");

    /**
     * Called to move to another position in the data being uploaded: to resume an upload, or to send it again.
     * Since libcurl 7.18.0.
     *
     * @see SeekCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SEEKFUNCTION.html">CURLOPT_SEEKFUNCTION</a>
     */
    Option<SeekCallback> SEEKFUNCTION = function("SEEKFUNCTION", 20167, "7.18.0");

    /**
     * Longest wait for the answer to a command, in seconds; default 60. Since libcurl 7.20.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SERVER_RESPONSE_TIMEOUT.html">CURLOPT_SERVER_RESPONSE_TIMEOUT</a>
     */
    Option<Long> SERVER_RESPONSE_TIMEOUT = number("SERVER_RESPONSE_TIMEOUT", 112, "7.20.0", SECONDS, LIVE);

    /**
     * Longest wait for the answer to a command, in milliseconds; default 60000. Since libcurl 8.6.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SERVER_RESPONSE_TIMEOUT_MS.html">
     *     CURLOPT_SERVER_RESPONSE_TIMEOUT_MS</a>
     */
    Option<Long> SERVER_RESPONSE_TIMEOUT_MS = number("SERVER_RESPONSE_TIMEOUT_MS", 324, "8.6.0", MILLISECONDS, LIVE);

    /**
     * Service name for DIGEST-MD5, SPNEGO and Kerberos 5; default by protocol, such as {@code HTTP} or {@code smtp}.
     * Since libcurl 7.43.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SERVICE_NAME.html">CURLOPT_SERVICE_NAME</a>
     */
    Option<String> SERVICE_NAME = string("SERVICE_NAME", 10236, "7.43.0");

    /**
     * Called when a socket has been created and before it connects, to set options on it. Since libcurl 7.16.0.
     *
     * @see SockoptCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SOCKOPTFUNCTION.html">CURLOPT_SOCKOPTFUNCTION</a>
     */
    Option<SockoptCallback> SOCKOPTFUNCTION = function("SOCKOPTFUNCTION", 20148, "7.16.0");

    /**
     * Ways to log in to a SOCKS5 proxy; default {@link Auth#BASIC} and {@link Auth#GSSAPI}, the only two that count.
     * Since libcurl 7.55.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SOCKS5_AUTH.html">CURLOPT_SOCKS5_AUTH</a>
     */
    Option<Set<Auth>> SOCKS5_AUTH = mask("SOCKS5_AUTH", 267, "7.55.0", defaultsTo(1 | 4));

    /**
     * Lets the protection mode of SOCKS5 with GSS-API be negotiated unprotected, as the NEC implementation does;
     * default false. Since libcurl 7.19.4.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SOCKS5_GSSAPI_NEC.html">CURLOPT_SOCKS5_GSSAPI_NEC</a>
     */
    Option<Boolean> SOCKS5_GSSAPI_NEC = flag("SOCKS5_GSSAPI_NEC", 180, "7.19.4");

    /**
     * Service name for GSS-API authentication with a SOCKS5 proxy; default {@code rcmd}. Since libcurl 7.19.4.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SOCKS5_GSSAPI_SERVICE.html">CURLOPT_SOCKS5_GSSAPI_SERVICE</a>
     * @deprecated since libcurl 7.49.0; use {@link #PROXY_SERVICE_NAME}
     */
    @Deprecated
    Option<String> SOCKS5_GSSAPI_SERVICE = string("SOCKS5_GSSAPI_SERVICE", 10179, "7.19.4");

    /**
     * Ways to log in that SSH may try; default {@link SshAuth#ANY}. Since libcurl 7.16.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSH_AUTH_TYPES.html">CURLOPT_SSH_AUTH_TYPES</a>
     */
    Option<Set<SshAuth>> SSH_AUTH_TYPES = mask("SSH_AUTH_TYPES", 151, "7.16.1", defaultsTo(-1));

    /**
     * Asks the SSH server for compression, which it may refuse; default false. Since libcurl 7.56.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSH_COMPRESSION.html">CURLOPT_SSH_COMPRESSION</a>
     */
    Option<Boolean> SSH_COMPRESSION = flag("SSH_COMPRESSION", 268, "7.56.0");

    /**
     * Called to check the key of the SSH server, instead of {@link #SSH_KNOWNHOSTS}; libssh2 only. Since libcurl
     * 7.84.0.
     *
     * @see SshHostKeyCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSH_HOSTKEYFUNCTION.html">CURLOPT_SSH_HOSTKEYFUNCTION</a>
     */
    Option<SshHostKeyCallback> SSH_HOSTKEYFUNCTION = function("SSH_HOSTKEYFUNCTION", 20316, "7.84.0");

    /**
     * MD5 of the key that the SSH server must have, as 32 hexadecimal digits; {@link #SSH_HOST_PUBLIC_KEY_SHA256} is
     * safer. Since libcurl 7.17.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSH_HOST_PUBLIC_KEY_MD5.html">CURLOPT_SSH_HOST_PUBLIC_KEY_MD5</a>
     */
    Option<String> SSH_HOST_PUBLIC_KEY_MD5 = string("SSH_HOST_PUBLIC_KEY_MD5", 10162, "7.17.1");

    /**
     * SHA-256 of the key that the SSH server must have, in Base64; default unset, not compared. Since libcurl 7.80.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSH_HOST_PUBLIC_KEY_SHA256.html">
     *     CURLOPT_SSH_HOST_PUBLIC_KEY_SHA256</a>
     */
    Option<String> SSH_HOST_PUBLIC_KEY_SHA256 = string("SSH_HOST_PUBLIC_KEY_SHA256", 10311, "7.80.0");

    /**
     * Called after the key of the SSH server was looked up in {@link #SSH_KNOWNHOSTS}, to decide whether to go on.
     * Since libcurl 7.19.6.
     *
     * @see SshKeyCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSH_KEYFUNCTION.html">CURLOPT_SSH_KEYFUNCTION</a>
     */
    Option<SshKeyCallback> SSH_KEYFUNCTION = function("SSH_KEYFUNCTION", 20184, "7.19.6");

    /**
     * File of known SSH hosts, in OpenSSH's format; one that does not exist is like an empty one, which knows no host;
     * default unset, <b>which accepts every host</b>. Since libcurl 7.19.6.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSH_KNOWNHOSTS.html">CURLOPT_SSH_KNOWNHOSTS</a>
     */
    Option<String> SSH_KNOWNHOSTS = string("SSH_KNOWNHOSTS", 10183, "7.19.6", FILE);

    /**
     * File with the private key for SSH; if it does not exist, the login fails; default {@code id_rsa} or {@code
     * id_dsa} in {@code ~/.ssh}. Since libcurl 7.16.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSH_PRIVATE_KEYFILE.html">CURLOPT_SSH_PRIVATE_KEYFILE</a>
     */
    Option<String> SSH_PRIVATE_KEYFILE = string("SSH_PRIVATE_KEYFILE", 10153, "7.16.1", FILE);

    /**
     * File with the public key for SSH, or an empty string to derive it from the private key; if it does not exist, the
     * login fails; default unset. Since libcurl 7.16.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSH_PUBLIC_KEYFILE.html">CURLOPT_SSH_PUBLIC_KEYFILE</a>
     */
    Option<String> SSH_PUBLIC_KEYFILE = string("SSH_PUBLIC_KEYFILE", 10152, "7.16.1", FILE);

    /**
     * File with the client certificate; if it does not exist, the transfer fails; default unset, none. Since libcurl
     * 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSLCERT.html">CURLOPT_SSLCERT</a>
     */
    Option<String> SSLCERT = string("SSLCERT", 10025, "7.1.0", FILE);

    /**
     * Format of {@link #SSLCERT}: {@code PEM}, {@code DER} or {@code P12}; default {@code PEM}. Since libcurl 7.9.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSLCERTTYPE.html">CURLOPT_SSLCERTTYPE</a>
     */
    Option<String> SSLCERTTYPE = string("SSLCERTTYPE", 10086, "7.9.3");

    /**
     * Client certificate, from memory; {@link #SSLCERTTYPE} gives the format. Since libcurl 7.71.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSLCERT_BLOB.html">CURLOPT_SSLCERT_BLOB</a>
     */
    Option<byte[]> SSLCERT_BLOB = blob("SSLCERT_BLOB", 40291, "7.71.0");

    /**
     * OpenSSL engine or provider that holds the private key; default unset, none. Since libcurl 7.9.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSLENGINE.html">CURLOPT_SSLENGINE</a>
     */
    Option<String> SSLENGINE = string("SSLENGINE", 10089, "7.9.3");

    /**
     * Uses {@link #SSLENGINE}, which must be set first, for all asymmetric cryptography; default false.
     * Since libcurl 7.9.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSLENGINE_DEFAULT.html">CURLOPT_SSLENGINE_DEFAULT</a>
     */
    Option<Boolean> SSLENGINE_DEFAULT = flag("SSLENGINE_DEFAULT", 90, "7.9.3");

    /**
     * File with the private key of the client certificate; if it does not exist, the transfer fails; default unset.
     * Since libcurl 7.9.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSLKEY.html">CURLOPT_SSLKEY</a>
     */
    Option<String> SSLKEY = string("SSLKEY", 10087, "7.9.3", FILE);

    /**
     * Format of {@link #SSLKEY}: {@code PEM}, {@code DER}, {@code ENG} (from an engine) or {@code PROV} (from a
     * provider); default {@code PEM}. Since libcurl 7.9.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSLKEYTYPE.html">CURLOPT_SSLKEYTYPE</a>
     */
    Option<String> SSLKEYTYPE = string("SSLKEYTYPE", 10088, "7.9.3");

    /**
     * Private key of the client certificate, from memory; {@link #SSLKEYTYPE} gives the format. Since libcurl 7.71.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSLKEY_BLOB.html">CURLOPT_SSLKEY_BLOB</a>
     */
    Option<byte[]> SSLKEY_BLOB = blob("SSLKEY_BLOB", 40292, "7.71.0");

    /**
     * TLS versions to speak; default {@link SslVersion#DEFAULT}. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSLVERSION.html">CURLOPT_SSLVERSION</a>
     */
    Option<SslVersion> SSLVERSION = value("SSLVERSION", 32, "7.1.0");

    /**
     * Colon-separated ciphers of TLS 1.2 and older; default unset, the built-in list. Since libcurl 7.9.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSL_CIPHER_LIST.html">CURLOPT_SSL_CIPHER_LIST</a>
     */
    Option<String> SSL_CIPHER_LIST = string("SSL_CIPHER_LIST", 10083, "7.9.0");

    /**
     * Called just before a TLS connection is set up, with the TLS library's own context. Since libcurl 7.10.6.
     *
     * @see SslCtxCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSL_CTX_FUNCTION.html">CURLOPT_SSL_CTX_FUNCTION</a>
     */
    Option<SslCtxCallback> SSL_CTX_FUNCTION = function("SSL_CTX_FUNCTION", 20108, "7.10.6");

    /**
     * Colon-separated elliptic curves for the key exchange; default unset, those of the TLS library.
     * Since libcurl 7.73.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSL_EC_CURVES.html">CURLOPT_SSL_EC_CURVES</a>
     */
    Option<String> SSL_EC_CURVES = string("SSL_EC_CURVES", 10298, "7.73.0");

    /**
     * Offers ALPN in the TLS handshake, by which HTTP/2 is negotiated; default true. Since libcurl 7.36.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSL_ENABLE_ALPN.html">CURLOPT_SSL_ENABLE_ALPN</a>
     */
    Option<Boolean> SSL_ENABLE_ALPN = flag("SSL_ENABLE_ALPN", 226, "7.36.0", defaultsTo(1));

    /**
     * Offered NPN in the TLS handshake. Since libcurl 7.36.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSL_ENABLE_NPN.html">CURLOPT_SSL_ENABLE_NPN</a>
     * @deprecated since libcurl 7.86.0; it has no effect; {@link #SSL_ENABLE_ALPN} replaces it
     */
    @Deprecated
    Option<Boolean> SSL_ENABLE_NPN = flag("SSL_ENABLE_NPN", 225, "7.36.0", defaultsTo(1));

    /**
     * Sent data before the TLS handshake was complete. Since libcurl 7.42.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSL_FALSESTART.html">CURLOPT_SSL_FALSESTART</a>
     * @deprecated since libcurl 8.15.0; it has no effect, because no TLS library of libcurl supports it
     */
    @Deprecated
    Option<Boolean> SSL_FALSESTART = flag("SSL_FALSESTART", 233, "7.42.0");

    /**
     * Switches of the TLS connection; default none. Since libcurl 7.25.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSL_OPTIONS.html">CURLOPT_SSL_OPTIONS</a>
     */
    Option<Set<SslOption>> SSL_OPTIONS = mask("SSL_OPTIONS", 216, "7.25.0");

    /**
     * Reuses TLS sessions; default true. Since libcurl 7.16.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSL_SESSIONID_CACHE.html">CURLOPT_SSL_SESSIONID_CACHE</a>
     */
    Option<Boolean> SSL_SESSIONID_CACHE = flag("SSL_SESSIONID_CACHE", 150, "7.16.0", defaultsTo(1));

    /**
     * Colon-separated signature algorithms that TLS may use; default unset, the built-in list. Since libcurl 8.14.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSL_SIGNATURE_ALGORITHMS.html">
     *     CURLOPT_SSL_SIGNATURE_ALGORITHMS</a>
     */
    Option<String> SSL_SIGNATURE_ALGORITHMS = string("SSL_SIGNATURE_ALGORITHMS", 10328, "8.14.0");

    /**
     * Checks that the server's certificate carries the host name of the URL; default true. <b>Without it anybody can
     * pose as the server.</b> Since libcurl 7.8.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSL_VERIFYHOST.html">CURLOPT_SSL_VERIFYHOST</a>
     */
    Option<Boolean> SSL_VERIFYHOST = verifyHost("SSL_VERIFYHOST", 81, "7.8.1", defaultsTo(2));

    /**
     * Checks that a trusted CA vouches for the server's certificate; default true. <b>Without it anybody can pose as
     * the server.</b> Since libcurl 7.4.2.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSL_VERIFYPEER.html">CURLOPT_SSL_VERIFYPEER</a>
     */
    Option<Boolean> SSL_VERIFYPEER = flag("SSL_VERIFYPEER", 64, "7.4.2", defaultsTo(1));

    /**
     * Demands an OCSP answer from the server that its certificate is still valid; default false. Since libcurl 7.41.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSL_VERIFYSTATUS.html">CURLOPT_SSL_VERIFYSTATUS</a>
     */
    Option<Boolean> SSL_VERIFYSTATUS = flag("SSL_VERIFYSTATUS", 232, "7.41.0");

    /**
     * File that gets, at its end, what libcurl would print to {@code stderr}: the verbose output (by default {@code
     * System.err}) and the progress meter (by default C's own {@code stderr}); it is made if it does not exist. Since
     * libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_STDERR.html">CURLOPT_STDERR</a>
     */
    Option<Path> STDERR = new EasyKey<>(Kind.FILE, "STDERR", 10037, "7.1.0", TRACE);

    /**
     * Transfer on the same HTTP/2 connection that this one depends on. Since libcurl 7.46.0.
     *
     * <p>It has an effect while both handles are in the same multi, if that never had a {@code PUSHFUNCTION}.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_STREAM_DEPENDS.html">CURLOPT_STREAM_DEPENDS</a>
     * @deprecated since libcurl 8.21.0; it has no effect, because HTTP/2 no longer has dependencies
     */
    @Deprecated
    Option<Easy> STREAM_DEPENDS = handle("STREAM_DEPENDS", 10240, "7.46.0", STREAM);

    /**
     * Transfer on the same HTTP/2 connection that this one alone depends on. Since libcurl 7.46.0.
     *
     * <p>It has an effect while both handles are in the same multi, if that never had a {@code PUSHFUNCTION}.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_STREAM_DEPENDS_E.html">CURLOPT_STREAM_DEPENDS_E</a>
     * @deprecated since libcurl 8.21.0; it has no effect, because HTTP/2 no longer has dependencies
     */
    @Deprecated
    Option<Easy> STREAM_DEPENDS_E = handle("STREAM_DEPENDS_E", 10241, "7.46.0", STREAM);

    /**
     * Weight of this transfer among those on the same HTTP/2 connection, 1 to 256; default 16. Since libcurl 7.46.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_STREAM_WEIGHT.html">CURLOPT_STREAM_WEIGHT</a>
     */
    Option<Long> STREAM_WEIGHT = number("STREAM_WEIGHT", 239, "7.46.0", defaultsTo(16));

    /**
     * Hides the proxy's answer to CONNECT from {@link #HEADERFUNCTION} and {@link #WRITEFUNCTION}; default false.
     * Since libcurl 7.54.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SUPPRESS_CONNECT_HEADERS.html">
     *     CURLOPT_SUPPRESS_CONNECT_HEADERS</a>
     */
    Option<Boolean> SUPPRESS_CONNECT_HEADERS = flag("SUPPRESS_CONNECT_HEADERS", 265, "7.54.0");

    /**
     * Sends the first data along with the TCP handshake (RFC 7413); default false. Since libcurl 7.49.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TCP_FASTOPEN.html">CURLOPT_TCP_FASTOPEN</a>
     */
    Option<Boolean> TCP_FASTOPEN = flag("TCP_FASTOPEN", 244, "7.49.0");

    /**
     * Sends TCP keepalive probes on idle connections; default false. Since libcurl 7.25.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TCP_KEEPALIVE.html">CURLOPT_TCP_KEEPALIVE</a>
     */
    Option<Boolean> TCP_KEEPALIVE = flag("TCP_KEEPALIVE", 213, "7.25.0");

    /**
     * Number of unanswered keepalive probes after which the connection is given up; default 9. Since libcurl 8.9.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TCP_KEEPCNT.html">CURLOPT_TCP_KEEPCNT</a>
     */
    Option<Long> TCP_KEEPCNT = number("TCP_KEEPCNT", 326, "8.9.0", defaultsTo(9));

    /**
     * Idle time before the first keepalive probe, in seconds; default 60. Since libcurl 7.25.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TCP_KEEPIDLE.html">CURLOPT_TCP_KEEPIDLE</a>
     */
    Option<Long> TCP_KEEPIDLE = number("TCP_KEEPIDLE", 214, "7.25.0", SECONDS, defaultsTo(60));

    /**
     * Time between two keepalive probes, in seconds; default 60. Since libcurl 7.25.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TCP_KEEPINTVL.html">CURLOPT_TCP_KEEPINTVL</a>
     */
    Option<Long> TCP_KEEPINTVL = number("TCP_KEEPINTVL", 215, "7.25.0", SECONDS, defaultsTo(60));

    /**
     * Sends small packets at once, without Nagle's algorithm; default true. Since libcurl 7.11.2.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TCP_NODELAY.html">CURLOPT_TCP_NODELAY</a>
     */
    Option<Boolean> TCP_NODELAY = flag("TCP_NODELAY", 121, "7.11.2", defaultsTo(1));

    /**
     * Telnet options as {@code NAME=value}; libcurl knows {@code TTYPE}, {@code XDISPLOC} and {@code NEW_ENV}.
     * Since libcurl 7.7.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TELNETOPTIONS.html">CURLOPT_TELNETOPTIONS</a>
     */
    Option<List<String>> TELNETOPTIONS = slist("TELNETOPTIONS", 10070, "7.7.0");

    /**
     * Size of a TFTP block in bytes, 8 to 65464; default 512. Since libcurl 7.19.4.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TFTP_BLKSIZE.html">CURLOPT_TFTP_BLKSIZE</a>
     */
    Option<Long> TFTP_BLKSIZE = number("TFTP_BLKSIZE", 178, "7.19.4", defaultsTo(512));

    /**
     * Sends TFTP requests without options, for servers that fail on them; default false. Since libcurl 7.48.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TFTP_NO_OPTIONS.html">CURLOPT_TFTP_NO_OPTIONS</a>
     */
    Option<Boolean> TFTP_NO_OPTIONS = flag("TFTP_NO_OPTIONS", 242, "7.48.0");

    /**
     * How {@link #TIMEVALUE} decides whether to transfer; default {@link TimeCondition#NONE}. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TIMECONDITION.html">CURLOPT_TIMECONDITION</a>
     */
    Option<TimeCondition> TIMECONDITION = value("TIMECONDITION", 33, "7.1.0");

    /**
     * Longest time that the whole transfer may take, in seconds; default 0, no limit. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TIMEOUT.html">CURLOPT_TIMEOUT</a>
     */
    Option<Long> TIMEOUT = number("TIMEOUT", 13, "7.1.0", SECONDS, LIVE);

    /**
     * Longest time that the whole transfer may take, in milliseconds; default 0, no limit. Since libcurl 7.16.2.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TIMEOUT_MS.html">CURLOPT_TIMEOUT_MS</a>
     */
    Option<Long> TIMEOUT_MS = number("TIMEOUT_MS", 155, "7.16.2", MILLISECONDS, LIVE);

    /**
     * Time for {@link #TIMECONDITION}, in seconds since 1970-01-01 UTC; default 0. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TIMEVALUE.html">CURLOPT_TIMEVALUE</a>
     */
    Option<Long> TIMEVALUE = number("TIMEVALUE", 34, "7.1.0");

    /**
     * Time for {@link #TIMECONDITION}, in seconds since 1970-01-01 UTC, also after 2038; default 0.
     * Since libcurl 7.59.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TIMEVALUE_LARGE.html">CURLOPT_TIMEVALUE_LARGE</a>
     */
    Option<Long> TIMEVALUE_LARGE = offset("TIMEVALUE_LARGE", 30270, "7.59.0");

    /**
     * Colon-separated cipher suites of TLS 1.3; default unset, the built-in list. Since libcurl 7.61.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TLS13_CIPHERS.html">CURLOPT_TLS13_CIPHERS</a>
     */
    Option<String> TLS13_CIPHERS = string("TLS13_CIPHERS", 10276, "7.61.0");

    /**
     * Password for TLS-SRP. Since libcurl 7.21.4.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TLSAUTH_PASSWORD.html">CURLOPT_TLSAUTH_PASSWORD</a>
     * @deprecated since libcurl 8.22.0; libcurl no longer has TLS-SRP; there is no replacement
     */
    @Deprecated
    Option<String> TLSAUTH_PASSWORD = string("TLSAUTH_PASSWORD", 10205, "7.21.4", SECRET);

    /**
     * Authentication inside TLS; {@code SRP} was the only one. Since libcurl 7.21.4.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TLSAUTH_TYPE.html">CURLOPT_TLSAUTH_TYPE</a>
     * @deprecated since libcurl 8.22.0; libcurl no longer has TLS-SRP; there is no replacement
     */
    @Deprecated
    Option<String> TLSAUTH_TYPE = string("TLSAUTH_TYPE", 10206, "7.21.4");

    /**
     * User name for TLS-SRP. Since libcurl 7.21.4.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TLSAUTH_USERNAME.html">CURLOPT_TLSAUTH_USERNAME</a>
     * @deprecated since libcurl 8.22.0; libcurl no longer has TLS-SRP; there is no replacement
     */
    @Deprecated
    Option<String> TLSAUTH_USERNAME = string("TLSAUTH_USERNAME", 10204, "7.21.4");

    /**
     * Called once at the end of a chunked HTTP upload, for the trailing headers. Since libcurl 7.64.0.
     *
     * @see TrailerCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TRAILERFUNCTION.html">CURLOPT_TRAILERFUNCTION</a>
     */
    Option<TrailerCallback> TRAILERFUNCTION = function("TRAILERFUNCTION", 20283, "7.64.0");

    /**
     * Transfers by FTP in ASCII mode; default false, binary. Since libcurl 7.1.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TRANSFERTEXT.html">CURLOPT_TRANSFERTEXT</a>
     */
    Option<Boolean> TRANSFERTEXT = flag("TRANSFERTEXT", 53, "7.1.1");

    /**
     * Asks for a compressed {@code Transfer-Encoding}, which libcurl undoes; default false. Since libcurl 7.21.6.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_TRANSFER_ENCODING.html">CURLOPT_TRANSFER_ENCODING</a>
     */
    Option<Boolean> TRANSFER_ENCODING = flag("TRANSFER_ENCODING", 207, "7.21.6");

    /**
     * Unix domain socket to connect to, in place of the host in the URL; it must exist when the transfer connects;
     * default unset, TCP. Since libcurl 7.40.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_UNIX_SOCKET_PATH.html">CURLOPT_UNIX_SOCKET_PATH</a>
     */
    Option<String> UNIX_SOCKET_PATH = string("UNIX_SOCKET_PATH", 10231, "7.40.0", FILE);

    /**
     * Sends credentials and cookies that were set by hand to other hosts, too, if a redirect leads there; default
     * false. Since libcurl 7.10.4.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_UNRESTRICTED_AUTH.html">CURLOPT_UNRESTRICTED_AUTH</a>
     */
    Option<Boolean> UNRESTRICTED_AUTH = flag("UNRESTRICTED_AUTH", 105, "7.10.4", LIVE);

    /**
     * Idle time after which {@code Easy.upkeep} sends data on a connection, in milliseconds; default 60000. Since
     * libcurl 7.62.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_UPKEEP_INTERVAL_MS.html">CURLOPT_UPKEEP_INTERVAL_MS</a>
     */
    Option<Long> UPKEEP_INTERVAL_MS = number("UPKEEP_INTERVAL_MS", 281, "7.62.0", MILLISECONDS, defaultsTo(60_000));

    /**
     * Uploads what {@link #READFUNCTION} delivers, in HTTP by PUT; default false. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_UPLOAD.html">CURLOPT_UPLOAD</a>
     */
    Option<Boolean> UPLOAD = flag("UPLOAD", 46, "7.1.0", SENDS);

    /**
     * Size that the upload buffer should have, in bytes, 16 KiB to 2 MiB; default 65536. Since libcurl 7.62.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_UPLOAD_BUFFERSIZE.html">CURLOPT_UPLOAD_BUFFERSIZE</a>
     */
    Option<Long> UPLOAD_BUFFERSIZE = number("UPLOAD_BUFFERSIZE", 280, "7.62.0", defaultsTo(64 * 1024));

    /**
     * Flags of a mail that is uploaded by IMAP; default {@link UploadFlag#SEEN}. Since libcurl 8.13.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_UPLOAD_FLAGS.html">CURLOPT_UPLOAD_FLAGS</a>
     */
    Option<Set<UploadFlag>> UPLOAD_FLAGS = mask("UPLOAD_FLAGS", 327, "8.13.0", defaultsTo(1 << 4));

    /**
     * URL of the transfer; a transfer needs it or {@link #CURLU}. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_URL.html">CURLOPT_URL</a>
     */
    Option<String> URL = string("URL", 10002, "7.1.0", URI);

    /**
     * Value of the HTTP header {@code User-Agent}; default unset, no such header. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_USERAGENT.html">CURLOPT_USERAGENT</a>
     */
    Option<String> USERAGENT = string("USERAGENT", 10018, "7.1.0");

    /**
     * User name to log in with, together with {@link #PASSWORD}; default unset. Since libcurl 7.19.1.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_USERNAME.html">CURLOPT_USERNAME</a>
     */
    Option<String> USERNAME = string("USERNAME", 10173, "7.19.1");

    /**
     * Credentials to log in with, as {@code user:password}; default unset. Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_USERPWD.html">CURLOPT_USERPWD</a>
     */
    Option<String> USERPWD = string("USERPWD", 10005, "7.1.0", SECRET);

    /**
     * Whether protocols that begin in plain text, such as FTP, SMTP or IMAP, switch to TLS; default
     * {@link UseSsl#NONE}. Since libcurl 7.17.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_USE_SSL.html">CURLOPT_USE_SSL</a>
     */
    Option<UseSsl> USE_SSL = value("USE_SSL", 119, "7.17.0");

    /**
     * Reports in detail what libcurl does, to {@link #DEBUGFUNCTION}, the file {@link #STDERR} or {@code System.err}, in this
     * order; default false.
     * Since libcurl 7.1.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_VERBOSE.html">CURLOPT_VERBOSE</a>
     */
    Option<Boolean> VERBOSE = flag("VERBOSE", 41, "7.1.0", LIVE, TRACE);

    /**
     * Downloads by FTP all files whose names match the pattern at the end of the URL; default false.
     * Since libcurl 7.21.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_WILDCARDMATCH.html">CURLOPT_WILDCARDMATCH</a>
     */
    Option<Boolean> WILDCARDMATCH = flag("WILDCARDMATCH", 197, "7.21.0");

    /**
     * Called with each piece of the body as it arrives. <b>The number that a method reference or a bare method call returns
     * is ignored</b>: {@link WriteCallback#counted} makes it count. Since libcurl 7.1.0.
     *
     * @see WriteCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_WRITEFUNCTION.html">CURLOPT_WRITEFUNCTION</a>
     */
    Option<WriteCallback> WRITEFUNCTION = function("WRITEFUNCTION", 20011, "7.1.0", LIVE);

    /**
     * Behaviour of a WebSocket; default none. Since libcurl 7.86.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_WS_OPTIONS.html">CURLOPT_WS_OPTIONS</a>
     */
    Option<Set<WsOption>> WS_OPTIONS = mask("WS_OPTIONS", 320, "7.86.0");

    /**
     * Called often during a transfer, and about once a second when nothing moves, with the bytes so far. <b>Setting it
     * turns {@link #NOPROGRESS} off. The number that a method reference or a bare method call returns is ignored</b>:
     * {@link XferInfoCallback#answering} makes it count. Since libcurl 7.32.0.
     *
     * @see XferInfoCallback
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_XFERINFOFUNCTION.html">CURLOPT_XFERINFOFUNCTION</a>
     */
    Option<XferInfoCallback> XFERINFOFUNCTION = function("XFERINFOFUNCTION", 20219, "7.32.0", PROGRESS);

    /**
     * OAuth 2.0 access token, for HTTP, IMAP, LDAP, POP3 and SMTP; default unset. Since libcurl 7.33.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_XOAUTH2_BEARER.html">CURLOPT_XOAUTH2_BEARER</a>
     */
    Option<String> XOAUTH2_BEARER = string("XOAUTH2_BEARER", 10220, "7.33.0", SECRET);

    /**
     * {@return an option of type {@code long} by its number, for an option of a newer libcurl that this class lacks}
     *
     * @param name the name without {@code CURLOPT_}, for messages
     * @param number the number, less than 10000
     * @throws IllegalArgumentException if the number is of another type
     */
    static Option<Long> number(String name, int number) {
        return new EasyKey<>(Kind.LONG, name, number);
    }

    /**
     * {@return an option of type {@code curl_off_t} by its number}
     *
     * @param name the name without {@code CURLOPT_}, for messages
     * @param number the number, 30000 plus a number less than 10000
     * @throws IllegalArgumentException if the number is of another type
     */
    static Option<Long> offset(String name, int number) {
        return new EasyKey<>(Kind.OFF_T, name, number);
    }

    /**
     * {@return a string option by its number}
     *
     * @param name the name without {@code CURLOPT_}, for messages
     * @param number the number, 10000 plus a number less than 10000
     * @throws IllegalArgumentException if the number is of another type
     */
    static Option<String> string(String name, int number) {
        return new EasyKey<>(Kind.STRING, name, number);
    }

    /**
     * {@return a string list option by its number}
     *
     * @param name the name without {@code CURLOPT_}, for messages
     * @param number the number, 10000 plus a number less than 10000
     * @throws IllegalArgumentException if the number is of another type
     */
    static Option<List<String>> slist(String name, int number) {
        return new EasyKey<>(Kind.SLIST, name, number);
    }

    /**
     * {@return an option that takes bytes, by its number}
     *
     * @param name the name without {@code CURLOPT_}, for messages
     * @param number the number, 40000 plus a number less than 10000
     * @throws IllegalArgumentException if the number is of another type
     */
    static Option<byte[]> blob(String name, int number) {
        return new EasyKey<>(Kind.BLOB, name, number);
    }

    private static Option<Long> number(String name, int number, String since, Trait... traits) {
        return new EasyKey<>(Kind.LONG, name, number, since, traits);
    }

    private static Option<Boolean> flag(String name, int number, String since, Trait... traits) {
        return new EasyKey<>(Kind.FLAG, name, number, since, traits);
    }

    private static Option<Boolean> verifyHost(String name, int number, String since, Trait... traits) {
        return new EasyKey<>(Kind.VERIFYHOST, name, number, since, traits);
    }

    private static <V extends Constant> Option<V> value(String name, int number, String since, Trait... traits) {
        return new EasyKey<>(Kind.VALUE, name, number, since, traits);
    }

    private static <V extends Constant> Option<Set<V>> mask(String name, int number, String since, Trait... traits) {
        return new EasyKey<>(Kind.MASK, name, number, since, traits);
    }

    private static Option<Long> offset(String name, int number, String since, Trait... traits) {
        return new EasyKey<>(Kind.OFF_T, name, number, since, traits);
    }

    private static Option<String> string(String name, int number, String since, Trait... traits) {
        return new EasyKey<>(Kind.STRING, name, number, since, traits);
    }

    private static Option<List<String>> slist(String name, int number, String since, Trait... traits) {
        return new EasyKey<>(Kind.SLIST, name, number, since, traits);
    }

    private static Option<byte[]> blob(String name, int number, String since, Trait... traits) {
        return new EasyKey<>(Kind.BLOB, name, number, since, traits);
    }

    private static Option<byte[]> postFields(String name, int number, String since, Trait... traits) {
        return new EasyKey<>(Kind.POSTFIELDS, name, number, since, traits);
    }

    private static <C> Option<C> function(String name, int number, String since, Trait... traits) {
        return new EasyKey<>(Kind.FUNCTION, name, number, since, traits);
    }

    private static <H> Option<H> handle(String name, int number, String since, Trait... traits) {
        return new EasyKey<>(Kind.HANDLE, name, number, since, traits);
    }
}
