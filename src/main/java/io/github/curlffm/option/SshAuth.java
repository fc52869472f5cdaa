package io.github.curlffm.option;

/** Authentication methods of SSH: the bits of {@link Option#SSH_AUTH_TYPES}. */
public enum SshAuth implements Constant {
    /** None. */
    NONE(0),
    /** A public and a private key in files. */
    PUBLICKEY(1 << 0),
    /** A password. */
    PASSWORD(1 << 1),
    /** Keys of the client's host; libcurl does not support it yet. */
    HOST(1 << 2),
    /** Keyboard-interactive. */
    KEYBOARD(1 << 3),
    /** A running ssh-agent or Pageant. */
    AGENT(1 << 4),
    /** GSS-API, such as Kerberos. */
    GSSAPI(1 << 5),
    /** All methods; libcurl's default. */
    ANY(0xffff_ffffL);

    /** The default of libcurl, which is {@link #ANY}. */
    public static final SshAuth DEFAULT = ANY;

    private final long number;

    SshAuth(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }
}
