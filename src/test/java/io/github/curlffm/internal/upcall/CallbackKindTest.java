package io.github.curlffm.internal.upcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.testing.Garbage;
import io.github.curlffm.testing.Header;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallbackKindTest {

    private static final Map<String, Long> OPTIONS = Header.constants("CURLOPT_");
    private static final Map<String, Long> MULTI_OPTIONS = Header.constants("CURLMOPT_");
    private static final String MULTI = "MULTI_";
    private static final String NO_OPTIONS = "MIME_.*|SHARE_.*|SSLS_EXPORT|MALLOC|FREE|REALLOC|STRDUP|CALLOC";

    /** curl.h writes {@code WRITEFUNCTION} and {@code SSL_CTX_FUNCTION}; both chunk callbacks share one userdata. */
    private static String optionFor(CallbackKind kind, String what) {
        String name = kind.name() + what;
        String other = kind.name() + "_" + what;
        String shared = kind.name().replaceFirst("_(BGN|END)$", "") + "_" + what;
        return OPTIONS.containsKey(name) ? name : OPTIONS.containsKey(other) ? other : shared;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = NO_OPTIONS + "|MULTI_.*")
    void numbersAreTheHeaders(CallbackKind kind) {
        assertEquals(OPTIONS.get(optionFor(kind, "FUNCTION")), kind.functionId());
        assertEquals(OPTIONS.get(optionFor(kind, "DATA")), kind.dataId());
        assertSame(kind, CallbackKind.byFunctionId(kind.functionId()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "MULTI_.*")
    void numbersOfAMultiAreTheHeaders(CallbackKind kind) {
        String name = kind.name().substring(MULTI.length());
        assertEquals(MULTI_OPTIONS.get(name + "FUNCTION"), kind.functionId());
        assertEquals(MULTI_OPTIONS.get(name + "DATA"), kind.dataId());
        assertSame(kind, CallbackKind.byMultiFunctionId(kind.functionId()));
    }

    @Test
    void aKindHasOneStubAsLongAsTheStubsAreKept() {
        Stubs kept = Stubs.kept();
        List<MemorySegment> stubs = everyStub();
        Garbage.collect();
        assertEquals(stubs, everyStub());
        assertEquals(CallbackKind.values().length, Set.copyOf(stubs).size());
        Reference.reachabilityFence(kept);
    }

    private static List<MemorySegment> everyStub() {
        return Stream.of(CallbackKind.values()).map(Stubs::of).toList();
    }

    /** They would keep the class loader of this library, too. */
    @Test
    void stubsThatNobodyKeepsGo() {
        WeakReference<Stubs> forgotten = new WeakReference<>(Stubs.kept());
        Garbage.collectUntil(() -> forgotten.refersTo(null), "the stubs are gone");
    }

    /** The generated class that knows the C signature; both forms of data have the same. */
    private static String generatedClass(CallbackKind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return "curl_"
                + switch (kind) {
                    case HEADER, INTERLEAVE -> "write_callback";
                    case MIME_READ -> "read_callback";
                    case MIME_SEEK -> "seek_callback";
                    case SSH_KEY, SSH_HOSTKEY -> name.replace("_", "") + "callback";
                    case SSLS_EXPORT -> "ssls_export_cb";
                    case MULTI_TIMER -> "multi_timer_callback";
                    case SHARE_LOCK, SHARE_UNLOCK -> name.replace("share_", "") + "_function";
                    default -> name.replaceFirst("^(multi|mime)_", "") + "_callback";
                };
    }

    private static MemoryLayout pointersAsNumbers(MemoryLayout layout) {
        return layout instanceof AddressLayout ? ValueLayout.JAVA_LONG : layout.withoutName();
    }

    @ParameterizedTest
    @EnumSource
    void anEntryHasTheSignatureOfTheHeader(CallbackKind kind) throws Exception {
        FunctionDescriptor header =
                (FunctionDescriptor) Class.forName(curl_ffm_h.class.getPackageName() + "." + generatedClass(kind))
                        .getMethod("descriptor")
                        .invoke(null);
        FunctionDescriptor ours = Stubs.descriptor(Stubs.entry(kind));
        assertEquals(
                header.argumentLayouts().stream()
                        .map(CallbackKindTest::pointersAsNumbers)
                        .toList(),
                ours.argumentLayouts());
        assertEquals(header.returnLayout().map(CallbackKindTest::pointersAsNumbers), ours.returnLayout());
    }

    @Test
    void nothingOfTheHeaderIsMissing() {
        Set<String> functions = new TreeSet<>(OPTIONS.keySet());
        functions.removeIf(name -> !name.endsWith("FUNCTION"));
        for (CallbackKind kind : CallbackKind.values()) {
            functions.remove(optionFor(kind, "FUNCTION"));
        }
        assertEquals(
                Set.of("CONV_FROM_NETWORK_FUNCTION", "CONV_FROM_UTF8_FUNCTION", "CONV_TO_NETWORK_FUNCTION"),
                functions,
                "the conversion callbacks have been without effect since libcurl 7.82.0");
        assertNull(CallbackKind.byFunctionId(0));
    }
}
