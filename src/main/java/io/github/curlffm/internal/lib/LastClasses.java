package io.github.curlffm.internal.lib;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import java.util.List;

/**
 * The classes that the end of a handle needs, or its failing. They are loaded with libcurl: when a handle is closed, or
 * reclaimed, its class loader may have been closed already. Those that every program needs are made ready, too: one that is
 * first used when the heap is full could never be used again.
 */
final class LastClasses {

    private static final List<String> READY = List.of("curl_easy_cleanup", "curl_easy_strerror", "curl_slist_free_all");

    private static final List<String> LOADED = List.of(
            "curl_mime_free",
            "curl_multi_cleanup",
            "curl_multi_remove_handle",
            "curl_multi_strerror",
            "curl_share_cleanup",
            "curl_url_cleanup");

    private LastClasses() {}

    static void load() {
        String bindings = curl_ffm_h.class.getSuperclass().getName();
        for (String function : READY) { // a lambda would take longer than all of this
            load(bindings, function, true);
        }
        for (String function : LOADED) {
            load(bindings, function, false);
        }
        String libc = Libc.class.getName();
        load(libc, "Free", true);
        load(libc, "Strlen", true);
        load(libc, "Close", false);
    }

    private static void load(String outer, String name, boolean ready) {
        try {
            Class.forName(outer + "$" + name, ready, LastClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
