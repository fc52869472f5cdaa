package io.github.curlffm.internal.upcall;

import io.github.curlffm.callback.ChunkBgnCallback;
import io.github.curlffm.callback.ChunkEndCallback;
import io.github.curlffm.callback.CloseSocketCallback;
import io.github.curlffm.callback.DebugCallback;
import io.github.curlffm.callback.FnmatchCallback;
import io.github.curlffm.callback.HstsReadCallback;
import io.github.curlffm.callback.HstsWriteCallback;
import io.github.curlffm.callback.IoctlCallback;
import io.github.curlffm.callback.NotifyCallback;
import io.github.curlffm.callback.OpenSocketCallback;
import io.github.curlffm.callback.PrereqCallback;
import io.github.curlffm.callback.ProgressCallback;
import io.github.curlffm.callback.PushCallback;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.ResolverStartCallback;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.callback.SocketCallback;
import io.github.curlffm.callback.SockoptCallback;
import io.github.curlffm.callback.SshHostKeyCallback;
import io.github.curlffm.callback.SshKeyCallback;
import io.github.curlffm.callback.SslCtxCallback;
import io.github.curlffm.callback.TimerCallback;
import io.github.curlffm.callback.TrailerCallback;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.callback.XferInfoCallback;

/**
 * The kinds of callbacks. Each has its entry, the numbers of the options for the function and its userdata (if it is
 * set by options), and the results for libcurl if a lambda throws and if there is no lambda.
 */
public enum CallbackKind {
    WRITE("write", 20011, 10001, WriteCallback.ERROR, WriteCallback.ERROR),
    READ("read", 20012, 10009, ReadCallback.ABORT, ReadCallback.ABORT),
    HEADER("header", 20079, 10029, WriteCallback.ERROR, WriteCallback.ERROR),
    XFERINFO("xferInfo", 20219, 10057, 1, 0),
    PROGRESS("progress", 20056, 10057, 1, 0),
    SEEK("seek", 20167, 10168, 1, 2), // CURL_SEEKFUNC_FAIL, CURL_SEEKFUNC_CANTSEEK
    IOCTL("ioctl", 20130, 10131, 2, 1), // CURLIOE_FAILRESTART, CURLIOE_UNKNOWNCMD
    DEBUG("debug", 20094, 10095, 0, 0),
    SOCKOPT("sockopt", 20148, 10149, 1, 0), // CURL_SOCKOPT_ERROR, CURL_SOCKOPT_OK
    OPENSOCKET("openSocket", 20163, 10164, -1, -1), // CURL_SOCKET_BAD
    CLOSESOCKET("closeSocket", 20208, 10209, 0, 0),
    SSL_CTX("sslCtx", 20108, 10109, 42, 0), // CURLE_ABORTED_BY_CALLBACK
    SSH_KEY("sshKey", 20184, 10185, 2, 2), // CURLKHSTAT_REJECT
    SSH_HOSTKEY("sshHostKey", 20316, 10317, 1, 1), // CURLKHMATCH_MISMATCH
    INTERLEAVE("interleave", 20196, 10195, WriteCallback.ERROR, WriteCallback.ERROR),
    CHUNK_BGN("chunkBgn", 20198, 10201, 1, 0), // CURL_CHUNK_BGN_FUNC_FAIL
    CHUNK_END("chunkEnd", 20199, 10201, 1, 0),
    FNMATCH("fnmatch", 20200, 10202, 2, 2), // CURL_FNMATCHFUNC_FAIL
    RESOLVER_START("resolverStart", 20272, 10273, 1, 0),
    TRAILER("trailer", 20283, 10284, 1, 0), // CURL_TRAILERFUNC_ABORT
    PREREQ("prereq", 20312, 10313, 1, 0), // CURL_PREREQFUNC_ABORT
    HSTSREAD("hstsRead", 20301, 10302, 2, 1), // CURLSTS_FAIL, CURLSTS_DONE
    HSTSWRITE("hstsWrite", 20303, 10304, 2, 1),

    /** An argument of {@code curl_easy_ssls_export}. */
    SSLS_EXPORT("sslsExport", Family.EASY, 42, 42), // CURLE_ABORTED_BY_CALLBACK

    MULTI_SOCKET("multiSocket", Family.MULTI, 20001, 10002, 0, 0),
    MULTI_TIMER("multiTimer", Family.MULTI, 20004, 10005, 0, 0),
    MULTI_PUSH("multiPush", Family.MULTI, 20014, 10015, 2, 1), // CURL_PUSH_ERROROUT, CURL_PUSH_DENY
    MULTI_NOTIFY("multiNotify", Family.MULTI, 20018, 10019, 0, 0),

    // Arguments of curl_mime_data_cb.
    MIME_READ("mimeRead", Family.MIME, ReadCallback.ABORT, ReadCallback.ABORT),
    MIME_SEEK("mimeSeek", Family.MIME, 1, 1), // CURL_SEEKFUNC_FAIL
    MIME_FREE("mimeFree", Family.MIME, 0, 0),

    SHARE_LOCK("lock", Family.SHARE, 0, 0),
    SHARE_UNLOCK("unlock", Family.SHARE, 0, 0),

    // Arguments of curl_global_init_mem; what fails returns NULL.
    MALLOC("malloc", Family.MEMORY, 0, 0),
    FREE("free", Family.MEMORY, 0, 0),
    REALLOC("realloc", Family.MEMORY, 0, 0),
    STRDUP("strdup", Family.MEMORY, 0, 0),
    CALLOC("calloc", Family.MEMORY, 0, 0);

    private enum Family {
        EASY,
        MULTI,
        MIME,
        SHARE,
        MEMORY
    }

    private static final int NO_OPTION = 0;

    static final int COUNT = values().length;

    /** The first number of options that set functions. */
    private static final int FIRST_FUNCTION = 20_000;

    // Arrays: a map would box the number whenever a lambda is set.
    private static final CallbackKind[] BY_EASY_FUNCTION = new CallbackKind[400];
    private static final CallbackKind[] BY_MULTI_FUNCTION = new CallbackKind[400];

    static {
        for (CallbackKind kind : values()) {
            if (kind.functionId != NO_OPTION) {
                CallbackKind[] table = kind.isMulti() ? BY_MULTI_FUNCTION : BY_EASY_FUNCTION;
                table[kind.functionId - FIRST_FUNCTION] = kind;
            }
        }
    }

    private final String entry;
    private final Family family;
    private final int functionId;
    private final int dataId;
    final long failing;
    final long absent;

    CallbackKind(String entry, Family family, int functionId, int dataId, long failing, long absent) {
        this.entry = entry;
        this.family = family;
        this.functionId = functionId;
        this.dataId = dataId;
        this.failing = failing;
        this.absent = absent;
    }

    CallbackKind(String entry, int functionId, int dataId, long failing, long absent) {
        this(entry, Family.EASY, functionId, dataId, failing, absent);
    }

    CallbackKind(String entry, Family family, long failing, long absent) {
        this(entry, family, NO_OPTION, NO_OPTION, failing, absent);
    }

    /** {@return whether the lambda may wait for another transfer: it takes data, gives some, or shows how far they are} */
    boolean mayWait() {
        return switch (this) {
            case WRITE, HEADER, INTERLEAVE, READ, MIME_READ, XFERINFO, PROGRESS -> true;
            default -> false;
        };
    }

    boolean isMulti() {
        return family == Family.MULTI;
    }

    boolean isMemory() {
        return family == Family.MEMORY;
    }

    /** {@return the name of the method of {@link Entries} that libcurl calls} */
    String entry() {
        return entry;
    }

    /** {@return the interface of the lambdas that options set} It is loaded by this call. */
    public Class<?> type() {
        return switch (this) {
            case WRITE, HEADER, INTERLEAVE -> WriteCallback.class;
            case READ -> ReadCallback.class;
            case XFERINFO -> XferInfoCallback.class;
            case PROGRESS -> ProgressCallback.class;
            case SEEK -> SeekCallback.class;
            case IOCTL -> IoctlCallback.class;
            case DEBUG -> DebugCallback.class;
            case SOCKOPT -> SockoptCallback.class;
            case OPENSOCKET -> OpenSocketCallback.class;
            case CLOSESOCKET -> CloseSocketCallback.class;
            case SSL_CTX -> SslCtxCallback.class;
            case SSH_KEY -> SshKeyCallback.class;
            case SSH_HOSTKEY -> SshHostKeyCallback.class;
            case CHUNK_BGN -> ChunkBgnCallback.class;
            case CHUNK_END -> ChunkEndCallback.class;
            case FNMATCH -> FnmatchCallback.class;
            case RESOLVER_START -> ResolverStartCallback.class;
            case TRAILER -> TrailerCallback.class;
            case PREREQ -> PrereqCallback.class;
            case HSTSREAD -> HstsReadCallback.class;
            case HSTSWRITE -> HstsWriteCallback.class;
            case MULTI_SOCKET -> SocketCallback.class;
            case MULTI_TIMER -> TimerCallback.class;
            case MULTI_PUSH -> PushCallback.class;
            case MULTI_NOTIFY -> NotifyCallback.class;
            default -> throw new AssertionError(this + " is set by no option of an easy handle or a multi");
        };
    }

    /** {@return the number of the option that sets the function} */
    public int functionId() {
        return functionId;
    }

    /** {@return the number of the option that sets the userdata} */
    public int dataId() {
        return dataId;
    }

    /** {@return the kind whose function the option of a multi sets, or null} */
    public static CallbackKind byMultiFunctionId(int functionId) {
        return find(BY_MULTI_FUNCTION, functionId);
    }

    /** {@return the kind whose function the option of an easy handle sets, or null} */
    public static CallbackKind byFunctionId(int functionId) {
        return find(BY_EASY_FUNCTION, functionId);
    }

    private static CallbackKind find(CallbackKind[] byFunction, int functionId) {
        int index = functionId - FIRST_FUNCTION;
        return index >= 0 && index < byFunction.length ? byFunction[index] : null;
    }
}
