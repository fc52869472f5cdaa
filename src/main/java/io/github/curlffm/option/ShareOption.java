package io.github.curlffm.option;

import io.github.curlffm.callback.LockCallback;
import io.github.curlffm.callback.UnlockCallback;
import io.github.curlffm.internal.key.Kind;

/**
 * An option of a share, by libcurl's own name without {@code CURLSHOPT_}, with the Java type of its value.
 *
 * <p>Unlike other options, those of a share take their numbers as a C {@code int}.
 *
 * @param <T> the Java type of the value
 */
public sealed interface ShareOption<T> extends Key, EasyAndShareOptions permits ShareKey, EasyAndShareOption {

    /**
     * Called when a thread begins to use shared data, in addition to the share's own locks; default none. Since libcurl
     * 7.10.3.
     *
     * @see LockCallback
     * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_LOCKFUNC.html">CURLSHOPT_LOCKFUNC</a>
     */
    ShareOption<LockCallback> LOCKFUNC = function("LOCKFUNC", 3, "7.10.3");

    /**
     * Called when a thread no longer uses shared data; default none. Since libcurl 7.10.3.
     *
     * @see UnlockCallback
     * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_UNLOCKFUNC.html">CURLSHOPT_UNLOCKFUNC</a>
     */
    ShareOption<UnlockCallback> UNLOCKFUNC = function("UNLOCKFUNC", 4, "7.10.3");

    /**
     * A kind of data that is no longer shared; it cannot be set while a handle uses the share. Since libcurl 7.10.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_UNSHARE.html">CURLSHOPT_UNSHARE</a>
     */
    ShareOption<LockData> UNSHARE = value("UNSHARE", 2, "7.10.3");

    /**
     * {@return an option that takes a number, by its own number: also for a kind of data that {@link LockData} lacks}
     *
     * @param name the name without {@code CURLSHOPT_}, for messages
     * @param number the number
     * @throws IllegalArgumentException if that option takes a pointer
     */
    static ShareOption<Long> number(String name, int number) {
        return new ShareKey<>(Kind.LONG, name, number);
    }

    private static <V extends Constant> ShareOption<V> value(String name, int number, String since) {
        return new ShareKey<>(Kind.VALUE, name, number, since);
    }

    private static <C> ShareOption<C> function(String name, int number, String since) {
        return new ShareKey<>(Kind.FUNCTION, name, number, since);
    }
}
