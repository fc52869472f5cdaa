package io.github.curlffm.option;

import io.github.curlffm.callback.LockCallback;
import io.github.curlffm.callback.UnlockCallback;
import java.util.Objects;

/**
 * An option of a share, by libcurl's own name without {@code CURLSHOPT_}, with the Java type of its value.
 *
 * <p>Unlike other options, those of a share take their numbers as a C {@code int}.
 *
 * @param <T> the Java type of the value
 */
public final class ShareOption<T> extends Key<T> {

    /**
     * Called when a thread is about to use shared data, on top of the share's own locks; default none. Since libcurl
     * 7.10.3.
     *
     * @see LockCallback
     * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_LOCKFUNC.html">CURLSHOPT_LOCKFUNC</a>
     */
    public static final ShareOption<LockCallback> LOCKFUNC = function("LOCKFUNC", 3, "7.10.3");

    /**
     * A kind of data to share; set it once for each kind, before a handle uses the share. Since libcurl 7.10.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_SHARE.html">CURLSHOPT_SHARE</a>
     */
    public static final ShareOption<LockData> SHARE = value("SHARE", 1, "7.10.3");

    /**
     * Called when a thread is done with shared data; default none. Since libcurl 7.10.3.
     *
     * @see UnlockCallback
     * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_UNLOCKFUNC.html">CURLSHOPT_UNLOCKFUNC</a>
     */
    public static final ShareOption<UnlockCallback> UNLOCKFUNC = function("UNLOCKFUNC", 4, "7.10.3");

    /**
     * A kind of data to share no longer; not while a handle uses the share. Since libcurl 7.10.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_UNSHARE.html">CURLSHOPT_UNSHARE</a>
     */
    public static final ShareOption<LockData> UNSHARE = value("UNSHARE", 2, "7.10.3");

    private static final int USERDATA = 5;

    private final Kind kind;

    private ShareOption(Kind kind, String name, int id, String since) {
        super(name, id, since);
        this.kind = kind;
    }

    /** {@return how the value travels to libcurl} */
    public Kind kind() {
        return kind;
    }

    @Override
    String prefix() {
        return "CURLSHOPT_";
    }

    /**
     * {@return an option that takes a number, by its own number: also for a kind of data that {@link LockData} lacks}
     *
     * @param name the name without {@code CURLSHOPT_}, for messages
     * @param id the number
     * @throws IllegalArgumentException if that option takes a pointer
     */
    public static ShareOption<Long> number(String name, int id) {
        if (id == LOCKFUNC.id() || id == UNLOCKFUNC.id() || id == USERDATA) {
            throw new IllegalArgumentException("CURLSHOPT_" + name + ": " + id + " takes no number, but a pointer");
        }
        return new ShareOption<>(Kind.LONG, Objects.requireNonNull(name, "name"), id, "");
    }

    private static <V extends Constant> ShareOption<V> value(String name, int id, String since) {
        return new ShareOption<>(Kind.VALUE, name, id, since);
    }

    private static <C> ShareOption<C> function(String name, int id, String since) {
        return new ShareOption<>(Kind.FUNCTION, name, id, since);
    }
}
