package io.github.curlffm.option;

import static io.github.curlffm.internal.key.Trait.defaultsTo;

import io.github.curlffm.callback.NotifyCallback;
import io.github.curlffm.callback.PushCallback;
import io.github.curlffm.callback.SocketCallback;
import io.github.curlffm.callback.TimerCallback;
import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.Trait;
import java.util.Set;

/**
 * An option of a multi handle, by libcurl's own name without {@code CURLMOPT_}, with the Java type of its value.
 *
 * <p>Two options are left out: {@code PIPELINING_SITE_BL} and {@code PIPELINING_SERVER_BL}, block lists for HTTP/1.1
 * pipelining, which libcurl dropped in 7.62.0. They take arrays of strings and do nothing.
 *
 * <p>An option that this table does not have yet is reached by its number: {@link #number(String, int)},
 * {@link #offset(String, int)}.
 *
 * @param <T> the Java type of the value
 */
public sealed interface MultiOption<T> extends Key, EasyAndMultiOptions permits MultiKey, EasyAndMultiOption {

    /**
     * Length of a chunk, in bytes, above which a pipeline got no further requests; default 0, off. Since libcurl
     * 7.30.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_CHUNK_LENGTH_PENALTY_SIZE.html">
     *     CURLMOPT_CHUNK_LENGTH_PENALTY_SIZE</a>
     * @deprecated without effect since libcurl 7.62.0, which has no HTTP/1.1 pipelining
     */
    @Deprecated
    MultiOption<Long> CHUNK_LENGTH_PENALTY_SIZE = offset("CHUNK_LENGTH_PENALTY_SIZE", 30010, "7.30.0");

    /**
     * Content length, in bytes, above which a pipeline got no further requests; default 0, off. Since libcurl 7.30.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_CONTENT_LENGTH_PENALTY_SIZE.html">
     *     CURLMOPT_CONTENT_LENGTH_PENALTY_SIZE</a>
     * @deprecated without effect since libcurl 7.62.0, which has no HTTP/1.1 pipelining
     */
    @Deprecated
    MultiOption<Long> CONTENT_LENGTH_PENALTY_SIZE = offset("CONTENT_LENGTH_PENALTY_SIZE", 30009, "7.30.0");

    /**
     * Most streams at once on a connection of HTTP/2 or HTTP/3, from 1 to 2147483647; default 100. Since libcurl
     * 7.67.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_MAX_CONCURRENT_STREAMS.html">CURLMOPT_MAX_CONCURRENT_STREAMS</a>
     */
    MultiOption<Long> MAX_CONCURRENT_STREAMS = number("MAX_CONCURRENT_STREAMS", 16, "7.67.0", defaultsTo(100));

    /**
     * Most connections at once to one host and port, or one proxy; further transfers wait. Default 0, no limit. Since
     * libcurl 7.30.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_MAX_HOST_CONNECTIONS.html">CURLMOPT_MAX_HOST_CONNECTIONS</a>
     */
    MultiOption<Long> MAX_HOST_CONNECTIONS = number("MAX_HOST_CONNECTIONS", 7, "7.30.0");

    /**
     * Most requests at once in an HTTP/1.1 pipeline; default 5. Since libcurl 7.30.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_MAX_PIPELINE_LENGTH.html">CURLMOPT_MAX_PIPELINE_LENGTH</a>
     * @deprecated without effect since libcurl 7.62.0, which has no HTTP/1.1 pipelining
     */
    @Deprecated
    MultiOption<Long> MAX_PIPELINE_LENGTH = number("MAX_PIPELINE_LENGTH", 8, "7.30.0", defaultsTo(5));

    /**
     * Most connections at once in total; further transfers wait. Default 0, no limit. Since libcurl 7.30.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_MAX_TOTAL_CONNECTIONS.html">CURLMOPT_MAX_TOTAL_CONNECTIONS</a>
     */
    MultiOption<Long> MAX_TOTAL_CONNECTIONS = number("MAX_TOTAL_CONNECTIONS", 13, "7.30.0");

    /**
     * Tells libcurl that the network has changed, and what to drop because of that. It takes effect at once, and once.
     * Since libcurl 8.16.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_NETWORK_CHANGED.html">CURLMOPT_NETWORK_CHANGED</a>
     */
    MultiOption<Set<NetworkChanged>> NETWORK_CHANGED = mask("NETWORK_CHANGED", 17, "8.16.0");

    /**
     * Called for an enabled notification, such as the end of a transfer; default none. Since libcurl 8.17.0.
     *
     * @see NotifyCallback
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_NOTIFYFUNCTION.html">CURLMOPT_NOTIFYFUNCTION</a>
     */
    MultiOption<NotifyCallback> NOTIFYFUNCTION = function("NOTIFYFUNCTION", 20018, "8.17.0");

    /**
     * How transfers to the same host may share a connection; default {@link Pipelining#MULTIPLEX} from libcurl 7.62.0
     * on. Since libcurl 7.16.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_PIPELINING.html">CURLMOPT_PIPELINING</a>
     */
    MultiOption<Set<Pipelining>> PIPELINING = mask("PIPELINING", 3, "7.16.0", defaultsTo(2));

    /**
     * Called when a server pushes a stream over HTTP/2; default none, which denies every push. Since libcurl 7.44.0.
     *
     * <p>In a multi where it was ever set, {@code STREAM_DEPENDS} has no effect: libcurl before 8.21.0 would crash.
     *
     * @see PushCallback
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_PUSHFUNCTION.html">CURLMOPT_PUSHFUNCTION</a>
     */
    MultiOption<PushCallback> PUSHFUNCTION = function("PUSHFUNCTION", 20014, "7.44.0");

    /**
     * Most threads that resolve names at once, where libcurl resolves with threads; at least 1, default 20. Since
     * libcurl 8.20.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_RESOLVE_THREADS_MAX.html">CURLMOPT_RESOLVE_THREADS_MAX</a>
     */
    MultiOption<Long> RESOLVE_THREADS_MAX = number("RESOLVE_THREADS_MAX", 20, "8.20.0", defaultsTo(20));

    /**
     * Called when the events that libcurl waits for on a socket change; default none. Since libcurl 7.15.4.
     *
     * @see SocketCallback
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_SOCKETFUNCTION.html">CURLMOPT_SOCKETFUNCTION</a>
     */
    MultiOption<SocketCallback> SOCKETFUNCTION = function("SOCKETFUNCTION", 20001, "7.15.4");

    /**
     * Called when libcurl's timeout changes, after which it must be called even if no socket is ready; default none.
     * Since libcurl 7.16.0.
     *
     * @see TimerCallback
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_TIMERFUNCTION.html">CURLMOPT_TIMERFUNCTION</a>
     */
    MultiOption<TimerCallback> TIMERFUNCTION = function("TIMERFUNCTION", 20004, "7.16.0");

    /**
     * {@return an option of type {@code long} by its number, for an option of a newer libcurl that this class lacks}
     *
     * @param name the name without {@code CURLMOPT_}, for messages
     * @param number the number, less than 10000
     * @throws IllegalArgumentException if the number is of another type
     */
    static MultiOption<Long> number(String name, int number) {
        return new MultiKey<>(Kind.LONG, name, number);
    }

    /**
     * {@return an option of type {@code curl_off_t} by its number}
     *
     * @param name the name without {@code CURLMOPT_}, for messages
     * @param number the number, 30000 plus a number less than 10000
     * @throws IllegalArgumentException if the number is of another type
     */
    static MultiOption<Long> offset(String name, int number) {
        return new MultiKey<>(Kind.OFF_T, name, number);
    }

    private static MultiOption<Long> number(String name, int number, String since, Trait... traits) {
        return new MultiKey<>(Kind.LONG, name, number, since, traits);
    }

    private static <V extends Constant> MultiOption<Set<V>> mask(
            String name, int number, String since, Trait... traits) {
        return new MultiKey<>(Kind.MASK, name, number, since, traits);
    }

    private static MultiOption<Long> offset(String name, int number, String since, Trait... traits) {
        return new MultiKey<>(Kind.OFF_T, name, number, since, traits);
    }

    private static <C> MultiOption<C> function(String name, int number, String since, Trait... traits) {
        return new MultiKey<>(Kind.FUNCTION, name, number, since, traits);
    }
}
