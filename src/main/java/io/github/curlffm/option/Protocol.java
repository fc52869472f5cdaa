package io.github.curlffm.option;

/**
 * Protocols: the bits of {@link Option#PROTOCOLS} and {@link Option#REDIR_PROTOCOLS}, which libcurl has deprecated in
 * favour of names.
 */
public enum Protocol implements Constant {
    /** HTTP without TLS. */
    HTTP(1 << 0),
    /** HTTP over TLS. */
    HTTPS(1 << 1),
    /** FTP without TLS, or with TLS begun on request. */
    FTP(1 << 2),
    /** FTP over TLS from the start. */
    FTPS(1 << 3),
    /** Copies over SSH. */
    SCP(1 << 4),
    /** The file transfer protocol of SSH. */
    SFTP(1 << 5),
    /** Telnet. */
    TELNET(1 << 6),
    /** LDAP without TLS, or with TLS begun on request. */
    LDAP(1 << 7),
    /** LDAP over TLS. */
    LDAPS(1 << 8),
    /** The dictionary protocol. */
    DICT(1 << 9),
    /** Files of the local machine. */
    FILE(1 << 10),
    /** Trivial FTP. */
    TFTP(1 << 11),
    /** IMAP without TLS, or with TLS begun on request. */
    IMAP(1 << 12),
    /** IMAP over TLS from the start. */
    IMAPS(1 << 13),
    /** POP3 without TLS, or with TLS begun on request. */
    POP3(1 << 14),
    /** POP3 over TLS from the start. */
    POP3S(1 << 15),
    /** SMTP without TLS, or with TLS begun on request. */
    SMTP(1 << 16),
    /** SMTP over TLS from the start. */
    SMTPS(1 << 17),
    /** The real-time streaming protocol. */
    RTSP(1 << 18),
    /**
     * RTMP.
     *
     * @deprecated since libcurl 8.20.0, which no longer supports RTMP
     */
    @Deprecated
    RTMP(1 << 19),
    /**
     * RTMP tunnelled through HTTP.
     *
     * @deprecated since libcurl 8.20.0, which no longer supports RTMP
     */
    @Deprecated
    RTMPT(1 << 20),
    /**
     * RTMP with its own encryption.
     *
     * @deprecated since libcurl 8.20.0, which no longer supports RTMP
     */
    @Deprecated
    RTMPE(1 << 21),
    /**
     * Encrypted RTMP tunnelled through HTTP.
     *
     * @deprecated since libcurl 8.20.0, which no longer supports RTMP
     */
    @Deprecated
    RTMPTE(1 << 22),
    /**
     * RTMP over TLS.
     *
     * @deprecated since libcurl 8.20.0, which no longer supports RTMP
     */
    @Deprecated
    RTMPS(1 << 23),
    /**
     * RTMP tunnelled through HTTPS.
     *
     * @deprecated since libcurl 8.20.0, which no longer supports RTMP
     */
    @Deprecated
    RTMPTS(1 << 24),
    /** Gopher without TLS. */
    GOPHER(1 << 25),
    /** The Windows file sharing protocol, version 1. */
    SMB(1 << 26),
    /** The Windows file sharing protocol, version 1, over TLS. */
    SMBS(1 << 27),
    /** MQTT. Since libcurl 7.71.0. */
    MQTT(1 << 28),
    /** Gopher over TLS. Since libcurl 7.75.0. */
    GOPHERS(1 << 29),
    /** All protocols that have a bit here; a newer libcurl may support others. */
    ALL(0xffff_ffffL);

    private final long number;

    Protocol(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
