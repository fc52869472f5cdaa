package io.github.curlffm.option;

import static io.github.curlffm.internal.key.Trait.defaultsTo;

import io.github.curlffm.internal.key.Kind;

/**
 * The keys that are an option of an easy handle and an option of a multi: declared once, so that no import is
 * ambiguous.
 */
public sealed interface EasyAndMultiOptions permits Option, MultiOption {

    /**
     * Of an easy handle: the largest number of connections that are kept open for reuse; default 5. With a {@code SHARE}
     * of connections it limits all connections of the share, also those that other threads use. In a multi it has no
     * effect, since the multi has its own limit. Since libcurl 7.7.0.
     *
     * <p>Of a multi: the largest number of connections that are kept open for reuse; default four times the number of
     * added easy handles. Since libcurl 7.16.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_MAXCONNECTS.html">CURLOPT_MAXCONNECTS</a>
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_MAXCONNECTS.html">CURLMOPT_MAXCONNECTS</a>
     */
    EasyAndMultiOption<Long, Long> MAXCONNECTS = EasyMultiKey.of(
            new EasyKey<>(Kind.LONG, "MAXCONNECTS", 71, "7.7.0", defaultsTo(5)),
            new MultiKey<>(Kind.LONG, "MAXCONNECTS", 6, "7.16.3"));

    /**
     * Of an easy handle: whether a transfer ends without waiting for a DNS server that does not answer. Default
     * <b>true, unlike libcurl's own</b>: otherwise timeouts would be exceeded. Since libcurl 7.87.0.
     *
     * <p>Of a multi: the same when a handle is removed, or when the multi is closed. Default <b>true, unlike libcurl's
     * own</b>. Since libcurl 8.20.0.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_QUICK_EXIT.html">CURLOPT_QUICK_EXIT</a>
     * @see <a href="https://curl.se/libcurl/c/CURLMOPT_QUICK_EXIT.html">CURLMOPT_QUICK_EXIT</a>
     */
    EasyAndMultiOption<Boolean, Boolean> QUICK_EXIT = EasyMultiKey.of(
            new EasyKey<>(Kind.FLAG, "QUICK_EXIT", 322, "7.87.0", defaultsTo(1)),
            new MultiKey<>(Kind.FLAG, "QUICK_EXIT", 21, "8.20.0", defaultsTo(1)));
}
