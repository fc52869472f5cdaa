package io.github.curlffm.internal.lib;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import java.util.List;

/**
 * The classes that the end of a handle needs, or its failing. They are loaded with libcurl: when a handle is closed, or
 * reclaimed, its class loader may have been closed already. Those that every program needs are made ready, too: one that is
 * first used when the heap is full could never be used again.
 */
final class LastClasses {

    private static final List<String> READY = List.of(
            "curl_easy_cleanup",
            "curl_easy_strerror",
            "curl_multi_add_handle",
            "curl_multi_cleanup",
            "curl_multi_info_read",
            "curl_multi_init",
            "curl_multi_perform",
            "curl_multi_poll",
            "curl_multi_remove_handle",
            "curl_slist_free_all");

    private static final List<String> LOADED =
            List.of("curl_mime_free", "curl_multi_strerror", "curl_share_cleanup", "curl_url_cleanup");

    private LastClasses() {}

    static void load() {
        String bindings = curl_ffm_h.class.getSuperclass().getName();
        for (String function : READY) { // a lambda would take longer than all of this
            load(bindings, function, NativeLibrary.has(function)); // curl_multi_poll came with libcurl 7.66.0
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
