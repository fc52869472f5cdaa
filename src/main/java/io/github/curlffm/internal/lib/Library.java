package io.github.curlffm.internal.lib;

import io.github.curlffm.internal.ffi.curl_easyoption;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import java.lang.foreign.MemorySegment;
import java.util.function.IntSupplier;

/** The loaded libcurl: initializes it once, and says its version and functions. */
public final class Library {

    private static final int GLOBAL_ALL = 3;

    private static volatile boolean initialized;

    private Library() {}

    /**
     * Loads and initializes libcurl, if that has not been done.
     *
     * @throws UnsatisfiedLinkError if libcurl is not found
     * @throws IllegalStateException if libcurl refuses to be initialized
     */
    public static void initialize() {
        if (!initialized) {
            initializeOnce();
        }
    }

    private static synchronized void initializeOnce() {
        if (!initialized) {
            NativeLibrary.lookup();
            initialized("curl_global_init", curl_ffm_h.curl_global_init(GLOBAL_ALL));
        }
    }

    private static void initialized(String function, int code) {
        if (code != 0) {
            throw new IllegalStateException(function + " failed: [" + code + "] " + strerror(code));
        }
        LastClasses.load();
        initialized = true;
    }

    /** Initializes libcurl in another way than {@code curl_global_init}. */
    @FunctionalInterface
    public interface Initialization {
        /** {@return libcurl's code} Takes what {@code curl_global_init} would be given. */
        int run(long flags);
    }

    /**
     * Initializes libcurl in another way.
     *
     * @param what the method that the user has called
     * @param function the function of libcurl that does it
     * @throws IllegalStateException if libcurl is already initialized, or refuses
     */
    public static synchronized void initialize(String what, String function, Initialization initialization) {
        initialized(function, beforeInitialization(what, () -> initialization.run(GLOBAL_ALL)));
    }

    /**
     * {@return the result of a function of libcurl that only works before initialization}
     *
     * @throws IllegalStateException if libcurl is already initialized
     */
    public static synchronized int beforeInitialization(String what, IntSupplier call) {
        if (initialized) {
            throw new IllegalStateException(
                    what + " comes too late: libcurl is initialized; call it before anything else of this library");
        }
        NativeLibrary.lookup();
        return call.getAsInt();
    }

    /**
     * Requires a function that older versions of libcurl lack.
     *
     * @param function its name in C
     * @param since the first libcurl that has it
     * @throws UnsupportedOperationException if the loaded libcurl lacks it; the message has both and the loaded version
     */
    public static void require(String function, String since) {
        if (!NativeLibrary.has(function)) {
            throw tooOld(function, since);
        }
    }

    /** {@return the exception for something that the loaded libcurl lacks and a newer one has} */
    public static UnsupportedOperationException tooOld(String what, String since) {
        return new UnsupportedOperationException(what + " came with libcurl " + since + "; the loaded one is "
                + version() + " (" + NativeLibrary.name() + ")");
    }

    /** {@return the version of the loaded libcurl, as in {@code "8.14.1"}} */
    public static String version() {
        return VersionInfo.current().version();
    }

    /** {@return whether the loaded libcurl is of this version, as in {@code "7.85.0"}, or a newer one} */
    public static boolean isAtLeast(String version) {
        return VersionInfo.current().isAtLeast(version);
    }

    /** {@return libcurl's message for a code of an easy handle} */
    public static String strerror(int code) {
        return Libc.string(curl_ffm_h.curl_easy_strerror(code));
    }

    /**
     * {@return the type of an option in libcurl, one of {@code CURLOT_*}; -1 for an option that it does not have}
     *
     * @throws UnsupportedOperationException before libcurl 7.73.0, which does not report types
     */
    public static int optionType(int option) {
        require("curl_easy_option_by_id", "7.73.0");
        MemorySegment found = curl_ffm_h.curl_easy_option_by_id(option);
        return found.address() == 0
                ? -1
                : curl_easyoption.type(
                        found.reinterpret(curl_easyoption.layout().byteSize()));
    }
}
