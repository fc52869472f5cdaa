package io.github.curlffm;

/**
 * The result codes of easy handles, by libcurl's own names without {@code CURLE_}.
 *
 * @see <a href="https://curl.se/libcurl/c/libcurl-errors.html">libcurl-errors</a>
 */
public enum CurlCode implements Code {
    /** Success. */
    OK(0),
    /** The URL has a scheme that this libcurl does not know, was built without, or may not use here. */
    UNSUPPORTED_PROTOCOL(1),
    /** Initialization failed at an early stage, mostly because resources were missing. */
    FAILED_INIT(2),
    /** The URL is not well-formed. */
    URL_MALFORMAT(3),
    /** The feature, protocol or option was left out when this libcurl was built. */
    NOT_BUILT_IN(4),
    /** The proxy's name could not be resolved. */
    COULDNT_RESOLVE_PROXY(5),
    /** The host's name could not be resolved. */
    COULDNT_RESOLVE_HOST(6),
    /** Connecting to the host or the proxy failed. */
    COULDNT_CONNECT(7),
    /** The server's response could not be parsed. */
    WEIRD_SERVER_REPLY(8),
    /** The server denied access to the resource; with FTP, changing to the directory failed. */
    REMOTE_ACCESS_DENIED(9),
    /** Active FTP: the server reported an error instead of connecting back. */
    FTP_ACCEPT_FAILED(10),
    /** FTP: the answer to the password makes no sense. */
    FTP_WEIRD_PASS_REPLY(11),
    /** Active FTP: the server did not connect back in time. */
    FTP_ACCEPT_TIMEOUT(12),
    /** FTP: the answer to {@code PASV} or {@code EPSV} makes no sense. */
    FTP_WEIRD_PASV_REPLY(13),
    /** FTP: the 227 line, the answer to {@code PASV}, could not be parsed. */
    FTP_WEIRD_227_FORMAT(14),
    /** FTP: the host of the data connection could not be looked up. */
    FTP_CANT_GET_HOST(15),
    /** An error in the framing layer of HTTP/2; the error message says which. */
    HTTP2(16),
    /** FTP: the server did not accept binary or ASCII mode. */
    FTP_COULDNT_SET_TYPE(17),
    /** The server sent more or fewer bytes than it had announced. */
    PARTIAL_FILE(18),
    /** FTP: {@code RETR} failed, or the file was empty. */
    FTP_COULDNT_RETR_FILE(19),
    /**
     * Not in use; before libcurl 7.17.0 it was FTP_WRITE_ERROR.
     *
     * @deprecated not in use since libcurl 7.17.0
     */
    @Deprecated
    OBSOLETE20(20),
    /** A command of {@code QUOTE}, {@code PREQUOTE} or {@code POSTQUOTE} failed at the server. */
    QUOTE_ERROR(21),
    /** The server answered with a status of 400 or more, and {@code FAILONERROR} is on. */
    HTTP_RETURNED_ERROR(22),
    /** Received data could not be written, or a write callback did not take it. */
    WRITE_ERROR(23),
    /**
     * Not in use; before libcurl 7.17.0 it was MALFORMAT_USER.
     *
     * @deprecated not in use since libcurl 7.17.0
     */
    @Deprecated
    OBSOLETE24(24),
    /** The upload could not begin; with FTP, the server mostly denied {@code STOR}. */
    UPLOAD_FAILED(25),
    /** Data to send could not be read, or a read callback failed. */
    READ_ERROR(26),
    /** Memory could not be allocated. */
    OUT_OF_MEMORY(27),
    /** A timeout was reached. */
    OPERATION_TIMEDOUT(28),
    /**
     * Not in use; before libcurl 7.17.0 it was FTP_COULDNT_SET_ASCII.
     *
     * @deprecated not in use since libcurl 7.17.0
     */
    @Deprecated
    OBSOLETE29(29),
    /** Active FTP: {@code PORT} or {@code EPRT} failed, mostly because there was no usable address. */
    FTP_PORT_FAILED(30),
    /** FTP: {@code REST} failed. */
    FTP_COULDNT_USE_REST(31),
    /**
     * Not in use; before libcurl 7.17.0 it was FTP_COULDNT_GET_SIZE.
     *
     * @deprecated not in use since libcurl 7.17.0
     */
    @Deprecated
    OBSOLETE32(32),
    /** The server does not support range requests. */
    RANGE_ERROR(33),
    /**
     * Not in use; before libcurl 7.56.0 it was HTTP_POST_ERROR.
     *
     * @deprecated not in use since libcurl 7.56.0
     */
    @Deprecated
    OBSOLETE34(34),
    /** The TLS handshake failed; the error message says why. */
    SSL_CONNECT_ERROR(35),
    /** The download cannot resume at an offset outside the file. */
    BAD_DOWNLOAD_RESUME(36),
    /** The file of a {@code file:} URL could not be opened. */
    FILE_COULDNT_READ_FILE(37),
    /** LDAP: bind failed. */
    LDAP_CANNOT_BIND(38),
    /** LDAP: search failed. */
    LDAP_SEARCH_FAILED(39),
    /**
     * Not in use; before libcurl 7.17.0 it was LIBRARY_NOT_FOUND.
     *
     * @deprecated not in use since libcurl 7.17.0
     */
    @Deprecated
    OBSOLETE40(40),
    /**
     * Not in use; before libcurl 7.53.0 it was FUNCTION_NOT_FOUND.
     *
     * @deprecated not in use since libcurl 7.53.0
     */
    @Deprecated
    OBSOLETE41(41),
    /** A callback aborted the transfer. */
    ABORTED_BY_CALLBACK(42),
    /** A function of libcurl was called with a bad argument. */
    BAD_FUNCTION_ARGUMENT(43),
    /**
     * Not in use; before libcurl 7.17.0 it was BAD_CALLING_ORDER.
     *
     * @deprecated not in use since libcurl 7.17.0
     */
    @Deprecated
    OBSOLETE44(44),
    /** The network interface or local address set with {@code INTERFACE} could not be used. */
    INTERFACE_FAILED(45),
    /**
     * Not in use; before libcurl 7.17.0 it was BAD_PASSWORD_ENTERED.
     *
     * @deprecated not in use since libcurl 7.17.0
     */
    @Deprecated
    OBSOLETE46(46),
    /** There were more redirects than {@code MAXREDIRS} allows. */
    TOO_MANY_REDIRECTS(47),
    /** The loaded libcurl does not know the option. */
    UNKNOWN_OPTION(48),
    /** The value of an option is not well-formed. Since libcurl 7.78.0. */
    SETOPT_OPTION_SYNTAX(49),
    /**
     * Not in use.
     *
     * @deprecated not in use by any libcurl that this library runs with
     */
    @Deprecated
    OBSOLETE50(50),
    /**
     * Not in use; before libcurl 7.62.0 it was the number of {@link #PEER_FAILED_VERIFICATION}.
     *
     * @deprecated not in use since libcurl 7.62.0: {@link #PEER_FAILED_VERIFICATION} is now 60
     */
    @Deprecated
    OBSOLETE51(51),
    /** The server sent nothing where a response was expected. */
    GOT_NOTHING(52),
    /** The crypto engine was not found. */
    SSL_ENGINE_NOTFOUND(53),
    /** The crypto engine could not be made the default. */
    SSL_ENGINE_SETFAILED(54),
    /** Sending to the network failed. */
    SEND_ERROR(55),
    /** Receiving from the network failed. */
    RECV_ERROR(56),
    /**
     * Not in use; before libcurl 7.17.0 it was SHARE_IN_USE.
     *
     * @deprecated not in use since libcurl 7.17.0
     */
    @Deprecated
    OBSOLETE57(57),
    /** The client's own certificate cannot be used. */
    SSL_CERTPROBLEM(58),
    /** The cipher cannot be used. */
    SSL_CIPHER(59),
    /** The server's certificate or SSH fingerprint did not pass the check. */
    PEER_FAILED_VERIFICATION(60),
    /** The content encoding is unknown or invalid. */
    BAD_CONTENT_ENCODING(61),
    /**
     * Not in use; before libcurl 7.82.0 it was LDAP_INVALID_URL.
     *
     * @deprecated not in use since libcurl 7.82.0
     */
    @Deprecated
    OBSOLETE62(62),
    /** The file is larger than {@code MAXFILESIZE} or {@code MAXFILESIZE_LARGE} allows. */
    FILESIZE_EXCEEDED(63),
    /** The level of TLS that {@code USE_SSL} asks for was not reached. */
    USE_SSL_FAILED(64),
    /** The body had to be sent again, and rewinding it failed. */
    SEND_FAIL_REWIND(65),
    /** The crypto engine could not be initialized. */
    SSL_ENGINE_INITFAILED(66),
    /** The server did not accept the user name, the password or other credentials. */
    LOGIN_DENIED(67),
    /** TFTP: the server has no such file. */
    TFTP_NOTFOUND(68),
    /** TFTP: the server denies permission. */
    TFTP_PERM(69),
    /** The server's disk is full. */
    REMOTE_DISK_FULL(70),
    /** TFTP: an operation that the protocol does not allow. */
    TFTP_ILLEGAL(71),
    /** TFTP: an unknown transfer id. */
    TFTP_UNKNOWNID(72),
    /** The file already exists on the server. */
    REMOTE_FILE_EXISTS(73),
    /** TFTP: the server knows no such user. */
    TFTP_NOSUCHUSER(74),
    /**
     * Not in use; before libcurl 7.82.0 it was CONV_FAILED.
     *
     * @deprecated not in use since libcurl 7.82.0
     */
    @Deprecated
    OBSOLETE75(75),
    /**
     * Not in use; before libcurl 7.82.0 it was CONV_REQD.
     *
     * @deprecated not in use since libcurl 7.82.0
     */
    @Deprecated
    OBSOLETE76(76),
    /** The file with CA certificates could not be read, or has the wrong format. */
    SSL_CACERT_BADFILE(77),
    /** The server has no such resource. */
    REMOTE_FILE_NOT_FOUND(78),
    /** An error of the SSH layer; the error message says which. */
    SSH(79),
    /** The TLS connection could not be shut down. */
    SSL_SHUTDOWN_FAILED(80),
    /** The socket is not ready to send or receive at the moment: wait and call again. */
    AGAIN(81),
    /** The file with revoked certificates could not be read, or has the wrong format. */
    SSL_CRL_BADFILE(82),
    /** The check of the certificate's issuer failed. */
    SSL_ISSUER_ERROR(83),
    /** FTP: the server does not know {@code PRET} or not with this argument. */
    FTP_PRET_FAILED(84),
    /** RTSP: CSeq numbers do not match. */
    RTSP_CSEQ_ERROR(85),
    /** RTSP: session ids do not match. */
    RTSP_SESSION_ERROR(86),
    /** FTP: the listing for a wildcard download could not be parsed. */
    FTP_BAD_FILE_LIST(87),
    /** A chunk callback reported an error. */
    CHUNK_FAILED(88),
    /** No connection is free and the transfer has to wait; used inside libcurl only. */
    NO_CONNECTION_AVAILABLE(89),
    /** The server's public key is not the one set with {@code PINNEDPUBLICKEY}. */
    SSL_PINNEDPUBKEYNOTMATCH(90),
    /** The certificate status that {@code SSL_VERIFYSTATUS} asks for is missing or bad. */
    SSL_INVALIDCERTSTATUS(91),
    /** An error in a stream of HTTP/2. */
    HTTP2_STREAM(92),
    /** A function of libcurl was called from inside a callback that must not call it. */
    RECURSIVE_API_CALL(93),
    /** A function for authentication returned an error. Since libcurl 7.66.0. */
    AUTH_ERROR(94),
    /** An error in the HTTP/3 layer; the error message says which. Since libcurl 7.68.0. */
    HTTP3(95),
    /** The QUIC connection failed, perhaps in the TLS library. Since libcurl 7.69.0. */
    QUIC_CONNECT_ERROR(96),
    /**
     * The handshake with the proxy failed; {@link io.github.curlffm.option.Info#PROXY_ERROR} says how. Since libcurl
     * 7.73.0.
     */
    PROXY(97),
    /** The server wants a certificate from the client. Since libcurl 7.77.0. */
    SSL_CLIENTCERT(98),
    /** Polling the sockets failed with an error that cannot be recovered. Since libcurl 7.84.0. */
    UNRECOVERABLE_POLL(99),
    /** A value or some data exceeded libcurl's limit. Since libcurl 8.6.0. */
    TOO_LARGE(100),
    /** Encrypted Client Hello was required and failed. Since libcurl 8.8.0. */
    ECH_REQUIRED(101),
    /** A code that this version of curl-ffm does not know: {@link CurlException#number()} has it. */
    UNKNOWN(Integer.MIN_VALUE);

    // The place of a constant is its number.
    private static final CurlCode[] BY_NUMBER = values();

    private final int number;

    CurlCode(int number) {
        this.number = number;
    }

    /** {@return libcurl's number; {@link Integer#MIN_VALUE} for {@link #UNKNOWN}} */
    @Override
    public int number() {
        return number;
    }

    /**
     * {@return the code with this number, or {@link #UNKNOWN} if there is none}
     *
     * @param number libcurl's number
     */
    public static CurlCode of(int number) {
        return number >= 0 && number < UNKNOWN.ordinal() ? BY_NUMBER[number] : UNKNOWN;
    }
}
