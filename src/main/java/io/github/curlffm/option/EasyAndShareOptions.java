package io.github.curlffm.option;

import io.github.curlffm.Share;
import io.github.curlffm.internal.key.Kind;

/**
 * The key that is an option of an easy handle and an option of a share: declared once, so that no import is ambiguous.
 */
public sealed interface EasyAndShareOptions permits Option, ShareOption {

    /**
     * Of an easy handle: the share that it shares cookies, DNS entries and other data by; default unset, none. Since
     * libcurl 7.10.0.
     *
     * <p>Of a share: a kind of data to share; set it once for each kind, before a handle uses the share. Since libcurl
     * 7.10.3.
     *
     * @see <a href="https://curl.se/libcurl/c/CURLOPT_SHARE.html">CURLOPT_SHARE</a>
     * @see <a href="https://curl.se/libcurl/c/CURLSHOPT_SHARE.html">CURLSHOPT_SHARE</a>
     */
    EasyAndShareOption<Share, LockData> SHARE = EasyShareKey.of(
            new EasyKey<>(Kind.HANDLE, "SHARE", 10100, "7.10.0"), new ShareKey<>(Kind.VALUE, "SHARE", 1, "7.10.3"));
}
