package io.github.curlffm.option;

import static io.github.curlffm.internal.key.Trait.defaultsTo;

import io.github.curlffm.internal.key.Kind;

/** The keys that are an option of an easy handle and one of a multi: declared once, so that no import is ambiguous. */
public sealed interface EasyAndMultiOptions permits Option, MultiOption {

    /**
     * Of an easy handle: how many connections it keeps open for reuse; default 5, and without effect in a multi, which
     * has its own limit. Since libcurl 7.7.0.
     *
     * <p>Of a multi: most connections that are kept open for later use; default four times the number of added easy
     * handles. Since libcurl 7.16.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAXCONNECTS.html">CURLOPT_MAXCONNECTS</a>
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_MAXCONNECTS.html">CURLMOPT_MAXCONNECTS</a>
     */
    EasyAndMultiOption<Long, Long> MAXCONNECTS = EasyMultiKey.of(
            new EasyKey<>(Kind.LONG, "MAXCONNECTS", 71, "7.7.0", defaultsTo(5)),
            new MultiKey<>(Kind.LONG, "MAXCONNECTS", 6, "7.16.3"));

    /**
     * Of an easy handle: does not wait for a name server that does not answer when the transfer has to end; default
     * <b>true, unlike libcurl's own</b>, since otherwise no time-out would hold. Since libcurl 7.87.0.
     *
     * <p>Of a multi: does not wait for that when a handle leaves it or when it is closed; default <b>true, unlike
     * libcurl's own</b>. Since libcurl 8.20.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_QUICK_EXIT.html">CURLOPT_QUICK_EXIT</a>
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_QUICK_EXIT.html">CURLMOPT_QUICK_EXIT</a>
     */
    EasyAndMultiOption<Boolean, Boolean> QUICK_EXIT = EasyMultiKey.of(
            new EasyKey<>(Kind.FLAG, "QUICK_EXIT", 322, "7.87.0", defaultsTo(1)),
            new MultiKey<>(Kind.FLAG, "QUICK_EXIT", 21, "8.20.0", defaultsTo(1)));
}
