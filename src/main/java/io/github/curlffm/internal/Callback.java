package io.github.curlffm.internal;

/** The kinds of callbacks, by the option that sets the function and the one for its userdata. */
public enum Callback {
    WRITE(20011, 10001),
    READ(20012, 10009),
    HEADER(20079, 10029),
    XFERINFO(20219, 10057),
    PROGRESS(20056, 10057),
    SEEK(20167, 10168),
    IOCTL(20130, 10131),
    DEBUG(20094, 10095),
    SOCKOPT(20148, 10149),
    OPENSOCKET(20163, 10164),
    CLOSESOCKET(20208, 10209),
    SSL_CTX(20108, 10109),
    SSH_KEY(20184, 10185),
    SSH_HOSTKEY(20316, 10317),
    INTERLEAVE(20196, 10195),
    CHUNK_BGN(20198, 10201),
    CHUNK_END(20199, 10201),
    FNMATCH(20200, 10202),
    RESOLVER_START(20272, 10273),
    TRAILER(20283, 10284),
    PREREQ(20312, 10313),
    HSTSREAD(20301, 10302),
    HSTSWRITE(20303, 10304),

    // Options of a multi.
    MULTI_SOCKET(20001, 10002),
    MULTI_TIMER(20004, 10005),
    MULTI_PUSH(20014, 10015),
    MULTI_NOTIFY(20018, 10019),

    // Not set by an option: arguments of curl_mime_data_cb.
    MIME_READ,
    MIME_SEEK,
    MIME_FREE,

    // An argument of curl_easy_ssls_export.
    SSLS_EXPORT;

    private static final int NO_OPTION = 0;

    static final int COUNT = values().length;

    /** Options that set functions have numbers from this on. */
    private static final int FIRST_FUNCTION = 20_000;

    // Arrays: a map would box the number whenever a lambda is set.
    private static final Callback[] BY_FUNCTION = new Callback[400];
    private static final Callback[] BY_MULTI_FUNCTION = new Callback[400];

    static {
        for (Callback kind : values()) {
            if (kind.functionId != NO_OPTION) {
                (kind.isMulti() ? BY_MULTI_FUNCTION : BY_FUNCTION)[kind.functionId - FIRST_FUNCTION] = kind;
            }
        }
    }

    private static Callback find(Callback[] byFunction, int functionId) {
        int index = functionId - FIRST_FUNCTION;
        return index >= 0 && index < byFunction.length ? byFunction[index] : null;
    }

    private final int functionId;
    private final int dataId;
    private final boolean skipped;

    Callback(int functionId, int dataId) {
        this.functionId = functionId;
        this.dataId = dataId;
        this.skipped = !isMulti() && !name().equals("MIME_FREE");
    }

    Callback() {
        this(NO_OPTION, NO_OPTION);
    }

    /** {@return the number of the option that sets the function} */
    public int functionId() {
        return functionId;
    }

    /** {@return the number of the option that sets the userdata} */
    public int dataId() {
        return dataId;
    }

    /**
     * {@return whether a lambda is not called any more once one of its handle has thrown} What is freed is freed, come
     * what may; and a multi, unlike a transfer, goes on.
     */
    boolean skipped() {
        return skipped;
    }

    private boolean isMulti() {
        return name().startsWith("MULTI_");
    }

    /** {@return the kind whose function the option of a multi sets, or null} */
    public static Callback byMultiFunctionId(int functionId) {
        return find(BY_MULTI_FUNCTION, functionId);
    }

    /** {@return the kind whose function the option of an easy handle sets, or null} */
    public static Callback byFunctionId(int functionId) {
        return find(BY_FUNCTION, functionId);
    }
}
