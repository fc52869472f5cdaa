package io.github.curlffm.internal.lib;

import static io.github.curlffm.internal.lib.Downcalls.arg;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * A UTF-8 locale of the current thread, for the calls in which libcurl converts international names. libcurl expects
 * them in the encoding of the locale, and refuses them in a process without a locale, as in most containers.
 *
 * <p>Only the encoding differs from the locale of the process, which does not change. Upcalls run in it, too; Java does
 * not use it. If the process has UTF-8, nothing is done.
 */
public final class Utf8Locale {

    private static final boolean MACOS = OperatingSystem.CURRENT == OperatingSystem.MACOS;
    private static final int CODESET = MACOS ? 0 : 14;
    private static final int LC_CTYPE_MASK = MACOS ? 2 : 1;
    private static final long LC_GLOBAL_LOCALE = -1;

    /** Not every system has the first one. */
    private static final List<String> NAMES = List.of("C.UTF-8", "en_US.UTF-8", "UTF-8");

    /** A {@code locale_t}, or 0. */
    private static final long LOCALE = isNeeded() ? made() : 0;

    private Utf8Locale() {}

    /** In a class of its own: most processes do not need it. */
    private static final class Use {
        static final MethodHandle HANDLE = Utf8Locale.link("uselocale", 1);
    }

    private static MethodHandle link(String function, int arguments) {
        Optional<MemorySegment> address = Linker.nativeLinker().defaultLookup().find(function);
        return address.map(found -> Downcalls.link(found, arguments)).orElse(null);
    }

    /** The JVM has a property for this, but on macOS it is always UTF-8. */
    private static boolean isNeeded() {
        if (!MACOS && "UTF-8".equals(System.getProperty("native.encoding"))) {
            return false;
        }
        MethodHandle langinfo = link("nl_langinfo", 1);
        if (langinfo == null) {
            return false; // Windows, where libcurl converts names in another way
        }
        try {
            return !"UTF-8"
                    .equalsIgnoreCase(Libc.string(MemorySegment.ofAddress((long) langinfo.invokeExact(arg(CODESET)))));
        } catch (Throwable t) {
            throw Libc.unexpected(t);
        }
    }

    /** {@return the locale, or 0 if the system has none: then nothing is changed} */
    private static long made() {
        MethodHandle duplocale = link("duplocale", 1);
        MethodHandle newlocale = link("newlocale", 3);
        if (duplocale == null || newlocale == null || Use.HANDLE == null) {
            return 0;
        }
        try (Arena arena = Arena.ofConfined()) {
            long base = (long) duplocale.invokeExact(LC_GLOBAL_LOCALE);
            long locale = 0;
            for (int i = 0; i < NAMES.size() && locale == 0; i++) {
                MemorySegment name = arena.allocateFrom(NAMES.get(i));
                locale = (long) newlocale.invokeExact(arg(LC_CTYPE_MASK), arg(name), base);
            }
            return locale;
        } catch (Throwable t) {
            throw Libc.unexpected(t);
        }
    }

    /** {@return the result of a call of libcurl that may convert a name} */
    public static int in(IntSupplier call) {
        if (LOCALE == 0) {
            return call.getAsInt();
        }
        long before = use(LOCALE);
        try {
            return call.getAsInt();
        } finally {
            use(before);
        }
    }

    private static long use(long locale) {
        try {
            return (long) Use.HANDLE.invokeExact(locale);
        } catch (Throwable t) {
            throw Libc.unexpected(t);
        }
    }
}
