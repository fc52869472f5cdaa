package io.github.curlffm.option;

/** Ways to log in by SSH: the bits of {@link Option#SSH_AUTH_TYPES}. */
public enum SshAuth implements Constant {
    /** None at all. */
    NONE(0),
    /** A pair of keys in files. */
    PUBLICKEY(1 << 0),
    /** A password. */
    PASSWORD(1 << 1),
    /** Keys of the client's host; libcurl does nothing with it so far. */
    HOST(1 << 2),
    /** Questions and answers (keyboard interactive). */
    KEYBOARD(1 << 3),
    /** A running ssh-agent or Pageant. */
    AGENT(1 << 4),
    /** GSS-API, such as Kerberos. */
    GSSAPI(1 << 5),
    /** Whatever works; libcurl's default. */
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
