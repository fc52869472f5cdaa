package io.github.curlffm.internal.lib;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
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
    private static final MemorySegment LC_GLOBAL_LOCALE = MemorySegment.ofAddress(-1);

    /** Not every system has the first one. */
    private static final List<String> NAMES = List.of("C.UTF-8", "en_US.UTF-8", "UTF-8");

    private static final MemorySegment LOCALE = isNeeded() ? made() : MemorySegment.NULL;

    private Utf8Locale() {}

    /** In a class of its own: most processes do not need it. */
    private static final class Use {
        static final MethodHandle HANDLE = Utf8Locale.link("uselocale", FunctionDescriptor.of(ADDRESS, ADDRESS));
    }

    private static MethodHandle link(String function, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> address = linker.defaultLookup().find(function);
        return address.map(found -> linker.downcallHandle(found, descriptor)).orElse(null);
    }

    /** The JVM has a property for this, but on macOS it is always UTF-8. */
    private static boolean isNeeded() {
        if (!MACOS && "UTF-8".equals(System.getProperty("native.encoding"))) {
            return false;
        }
        MethodHandle langinfo = link("nl_langinfo", FunctionDescriptor.of(ADDRESS, JAVA_INT));
        if (langinfo == null) {
            return false; // Windows, where libcurl converts names in another way
        }
        try {
            return !"UTF-8".equalsIgnoreCase(Libc.string((MemorySegment) langinfo.invokeExact(CODESET)));
        } catch (Throwable t) {
            throw Libc.unexpected(t);
        }
    }

    /** {@return the locale, or a null pointer if the system has none: then nothing is changed} */
    private static MemorySegment made() {
        MethodHandle duplocale = link("duplocale", FunctionDescriptor.of(ADDRESS, ADDRESS));
        MethodHandle newlocale = link("newlocale", FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS, ADDRESS));
        if (duplocale == null || newlocale == null || Use.HANDLE == null) {
            return MemorySegment.NULL;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment base = (MemorySegment) duplocale.invokeExact(LC_GLOBAL_LOCALE);
            MemorySegment locale = MemorySegment.NULL;
            for (int i = 0; i < NAMES.size() && locale.address() == 0; i++) {
                locale = (MemorySegment) newlocale.invokeExact(LC_CTYPE_MASK, arena.allocateFrom(NAMES.get(i)), base);
            }
            return locale;
        } catch (Throwable t) {
            throw Libc.unexpected(t);
        }
    }

    /** {@return the result of a call of libcurl that may convert a name} */
    public static int in(IntSupplier call) {
        if (LOCALE.address() == 0) {
            return call.getAsInt();
        }
        MemorySegment before = use(LOCALE);
        try {
            return call.getAsInt();
        } finally {
            use(before);
        }
    }

    private static MemorySegment use(MemorySegment locale) {
        try {
            return (MemorySegment) Use.HANDLE.invokeExact(locale);
        } catch (Throwable t) {
            throw Libc.unexpected(t);
        }
    }
}
