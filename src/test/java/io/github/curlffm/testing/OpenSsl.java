package io.github.curlffm.testing;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** Functions of the OpenSSL that the loaded libcurl uses, for the pointers into it that libcurl hands out. */
public final class OpenSsl {

    /** {@code TLS1_2_VERSION}. */
    public static final long TLS1_2 = 0x0303;

    private static final int SET_MAX_PROTO_VERSION = 124;
    private static final String LIBRARY = "libssl.so.3";

    private OpenSsl() {}

    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        // The library is in the process already: by this name the system gives the very same one.
        MemorySegment address = SymbolLookup.libraryLookup(LIBRARY, Arena.global())
                .find(name)
                .orElseThrow(() -> new AssertionError(LIBRARY + " has no " + name));
        return Linker.nativeLinker().downcallHandle(address, descriptor);
    }

    /** {@code SSL_CTX_set_max_proto_version}, a macro, as what it stands for; {@return 1 when that was done} */
    public static long setMaxVersion(MemorySegment sslCtx, long version) {
        MethodHandle ctrl =
                function("SSL_CTX_ctrl", FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_INT, JAVA_LONG, ADDRESS));
        try {
            return (long) ctrl.invokeExact(sslCtx, SET_MAX_PROTO_VERSION, version, MemorySegment.NULL);
        } catch (Throwable t) {
            throw new AssertionError("SSL_CTX_ctrl", t);
        }
    }

    /** {@code SSL_get_version}: {@return the version of TLS that a session has, as in TLSv1.3} */
    public static String version(MemorySegment ssl) {
        MethodHandle version = function("SSL_get_version", FunctionDescriptor.of(ADDRESS, ADDRESS));
        try {
            return ((MemorySegment) version.invokeExact(ssl))
                    .reinterpret(Long.MAX_VALUE)
                    .getString(0);
        } catch (Throwable t) {
            throw new AssertionError("SSL_get_version", t);
        }
    }
}
