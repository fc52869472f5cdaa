package io.github.curlffm.internal.lib;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import java.util.List;

/**
 * The classes that only the end of a handle needs. They are loaded with libcurl, and no more than that: when a handle is
 * closed, or reclaimed, its class loader may have been closed already.
 */
final class LastClasses {

    private static final List<String> FUNCTIONS = List.of(
            "curl_easy_cleanup",
            "curl_easy_strerror",
            "curl_mime_free",
            "curl_multi_cleanup",
            "curl_multi_remove_handle",
            "curl_multi_strerror",
            "curl_share_cleanup",
            "curl_slist_free_all",
            "curl_url_cleanup");

    private static final List<String> LIBC = List.of("Close", "Free", "Strlen");

    private LastClasses() {}

    static void load() {
        String bindings = curl_ffm_h.class.getSuperclass().getName();
        for (String function : FUNCTIONS) { // a lambda would take longer than all of this
            load(bindings, function);
        }
        for (String function : LIBC) {
            load(Libc.class.getName(), function);
        }
    }

    private static void load(String outer, String name) {
        try {
            Class.forName(outer + "$" + name, false, LastClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
