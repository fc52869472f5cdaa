package io.github.curlffm.option;

import io.github.curlffm.callback.NotifyCallback;
import io.github.curlffm.callback.PushCallback;
import io.github.curlffm.callback.SocketCallback;
import io.github.curlffm.callback.TimerCallback;
import java.util.Objects;
import java.util.Set;

/**
 * An option of a multi handle, by libcurl's own name without {@code CURLMOPT_}, with the Java type of its value.
 *
 * <p>Two options are left out: {@code PIPELINING_SITE_BL} and {@code PIPELINING_SERVER_BL}, block lists for HTTP/1.1
 * pipelining, which libcurl dropped in 7.62.0. They take arrays of strings and do nothing.
 *
 * <p>An option that this table does not know yet is reached by its number: {@link #number(String, int)},
 * {@link #offset(String, int)}.
 *
 * @param <T> the Java type of the value
 */
public final class MultiOption<T> extends Key<T> {

    /**
     * Length of a chunk, in bytes, above which a pipeline got no further requests; default 0, off. Since libcurl
     * 7.30.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_CHUNK_LENGTH_PENALTY_SIZE.html">
     *     CURLMOPT_CHUNK_LENGTH_PENALTY_SIZE</a>
     * @deprecated without effect since libcurl 7.62.0, which has no HTTP/1.1 pipelining
     */
    @Deprecated
    public static final MultiOption<Long> CHUNK_LENGTH_PENALTY_SIZE =
            offset("CHUNK_LENGTH_PENALTY_SIZE", 30010, "7.30.0");

    /**
     * Content length, in bytes, above which a pipeline got no further requests; default 0, off. Since libcurl 7.30.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_CONTENT_LENGTH_PENALTY_SIZE.html">
     *     CURLMOPT_CONTENT_LENGTH_PENALTY_SIZE</a>
     * @deprecated without effect since libcurl 7.62.0, which has no HTTP/1.1 pipelining
     */
    @Deprecated
    public static final MultiOption<Long> CONTENT_LENGTH_PENALTY_SIZE =
            offset("CONTENT_LENGTH_PENALTY_SIZE", 30009, "7.30.0");

    /**
     * Most connections that are kept open for later use; default four times the number of added easy handles. Since
     * libcurl 7.16.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_MAXCONNECTS.html">CURLMOPT_MAXCONNECTS</a>
     */
    public static final MultiOption<Long> MAXCONNECTS = number("MAXCONNECTS", 6, "7.16.3");

    /**
     * Most streams at once on a connection of HTTP/2 or HTTP/3, from 1 to 2147483647; default 100. Since libcurl
     * 7.67.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_MAX_CONCURRENT_STREAMS.html">CURLMOPT_MAX_CONCURRENT_STREAMS</a>
     */
    public static final MultiOption<Long> MAX_CONCURRENT_STREAMS = number("MAX_CONCURRENT_STREAMS", 16, "7.67.0");

    /**
     * Most connections at once to one host and port, or one proxy; further transfers wait. Default 0, no limit. Since
     * libcurl 7.30.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_MAX_HOST_CONNECTIONS.html">CURLMOPT_MAX_HOST_CONNECTIONS</a>
     */
    public static final MultiOption<Long> MAX_HOST_CONNECTIONS = number("MAX_HOST_CONNECTIONS", 7, "7.30.0");

    /**
     * Most requests at once in an HTTP/1.1 pipeline; default 5. Since libcurl 7.30.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_MAX_PIPELINE_LENGTH.html">CURLMOPT_MAX_PIPELINE_LENGTH</a>
     * @deprecated without effect since libcurl 7.62.0, which has no HTTP/1.1 pipelining
     */
    @Deprecated
    public static final MultiOption<Long> MAX_PIPELINE_LENGTH = number("MAX_PIPELINE_LENGTH", 8, "7.30.0");

    /**
     * Most connections at once in total; further transfers wait. Default 0, no limit. Since libcurl 7.30.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_MAX_TOTAL_CONNECTIONS.html">CURLMOPT_MAX_TOTAL_CONNECTIONS</a>
     */
    public static final MultiOption<Long> MAX_TOTAL_CONNECTIONS = number("MAX_TOTAL_CONNECTIONS", 13, "7.30.0");

    /**
     * Tells libcurl that the network has changed, and what to forget because of it, once and at once; later connections
     * and addresses are cached as ever. Since libcurl 8.16.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_NETWORK_CHANGED.html">CURLMOPT_NETWORK_CHANGED</a>
     */
    public static final MultiOption<Set<NetworkChanged>> NETWORK_CHANGED = mask("NETWORK_CHANGED", 17, "8.16.0");

    /**
     * Called when a notification that was switched on is due, such as the end of a transfer; default none. Since
     * libcurl 8.17.0.
     *
     * @see NotifyCallback
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_NOTIFYFUNCTION.html">CURLMOPT_NOTIFYFUNCTION</a>
     */
    public static final MultiOption<NotifyCallback> NOTIFYFUNCTION = function("NOTIFYFUNCTION", 20018, "8.17.0");

    /**
     * How transfers to the same host may share a connection; default {@link Pipelining#MULTIPLEX} from libcurl 7.62.0
     * on. Since libcurl 7.16.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_PIPELINING.html">CURLMOPT_PIPELINING</a>
     */
    public static final MultiOption<Set<Pipelining>> PIPELINING = mask("PIPELINING", 3, "7.16.0");

    /**
     * Called when a server pushes a stream over HTTP/2; default none, which denies every push. Since libcurl 7.44.0.
     *
     * @see PushCallback
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_PUSHFUNCTION.html">CURLMOPT_PUSHFUNCTION</a>
     */
    public static final MultiOption<PushCallback> PUSHFUNCTION = function("PUSHFUNCTION", 20014, "7.44.0");

    /**
     * Whether libcurl skips long clean-ups, such as waiting for a resolver thread, because the program is about to end;
     * default off. Since libcurl 8.20.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_QUICK_EXIT.html">CURLMOPT_QUICK_EXIT</a>
     */
    public static final MultiOption<Boolean> QUICK_EXIT = flag("QUICK_EXIT", 21, "8.20.0");

    /**
     * Most threads that resolve names at once, where libcurl resolves with threads; at least 1, default 20. Since
     * libcurl 8.20.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_RESOLVE_THREADS_MAX.html">CURLMOPT_RESOLVE_THREADS_MAX</a>
     */
    public static final MultiOption<Long> RESOLVE_THREADS_MAX = number("RESOLVE_THREADS_MAX", 20, "8.20.0");

    /**
     * Called when libcurl begins, changes or ends its interest in a socket; default none. Since libcurl 7.15.4.
     *
     * @see SocketCallback
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_SOCKETFUNCTION.html">CURLMOPT_SOCKETFUNCTION</a>
     */
    public static final MultiOption<SocketCallback> SOCKETFUNCTION = function("SOCKETFUNCTION", 20001, "7.15.4");

    /**
     * Called when the time changes after which libcurl wants to be called even if no socket is ready; default none.
     * Since libcurl 7.16.0.
     *
     * @see TimerCallback
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_TIMERFUNCTION.html">CURLMOPT_TIMERFUNCTION</a>
     */
    public static final MultiOption<TimerCallback> TIMERFUNCTION = function("TIMERFUNCTION", 20004, "7.16.0");

    private final Kind kind;

    private MultiOption(Kind kind, String name, int id, String since) {
        super(name, id, since);
        this.kind = kind;
    }

    /** {@return how the value travels to libcurl} */
    public Kind kind() {
        return kind;
    }

    /** {@return libcurl's default for an option that takes a number} */
    public long defaultNumber() {
        return switch (name()) {
            case "PIPELINING" -> Pipelining.MULTIPLEX.value();
            case "MAX_CONCURRENT_STREAMS" -> 100;
            case "MAX_PIPELINE_LENGTH" -> 5;
            case "RESOLVE_THREADS_MAX" -> 20;
            default -> 0;
        };
    }

    @Override
    String prefix() {
        return "CURLMOPT_";
    }

    /**
     * {@return an option of type {@code long} by its number, for what a newer libcurl has and this class lacks}
     *
     * @param name the name without {@code CURLMOPT_}, for messages
     * @param id the number, less than 10000
     * @throws IllegalArgumentException if the number is of another type
     */
    public static MultiOption<Long> number(String name, int id) {
        return byNumber(Kind.LONG, name, id, 0);
    }

    /**
     * {@return an option of type {@code curl_off_t} by its number}
     *
     * @param name the name without {@code CURLMOPT_}, for messages
     * @param id the number, 30000 plus a number less than 10000
     * @throws IllegalArgumentException if the number is of another type
     */
    public static MultiOption<Long> offset(String name, int id) {
        return byNumber(Kind.OFF_T, name, id, 30_000);
    }

    private static MultiOption<Long> byNumber(Kind kind, String name, int id, int start) {
        Objects.requireNonNull(name, "name");
        return new MultiOption<>(kind, name, inRange("CURLMOPT_" + name, id, start), "");
    }

    private static MultiOption<Long> number(String name, int id, String since) {
        return new MultiOption<>(Kind.LONG, name, id, since);
    }

    private static MultiOption<Boolean> flag(String name, int id, String since) {
        return new MultiOption<>(Kind.FLAG, name, id, since);
    }

    private static <V extends Constant> MultiOption<Set<V>> mask(String name, int id, String since) {
        return new MultiOption<>(Kind.MASK, name, id, since);
    }

    private static MultiOption<Long> offset(String name, int id, String since) {
        return new MultiOption<>(Kind.OFF_T, name, id, since);
    }

    private static <C> MultiOption<C> function(String name, int id, String since) {
        return new MultiOption<>(Kind.FUNCTION, name, id, since);
    }
}
