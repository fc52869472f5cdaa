package io.github.curlffm.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.curlffm.testing.Header;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallbackTest {

    private static final Map<String, Long> OPTIONS = Header.constants("CURLOPT_");
    private static final Map<String, Long> MULTI_OPTIONS = Header.constants("CURLMOPT_");
    private static final String MULTI = "MULTI_";

    /** curl.h writes {@code WRITEFUNCTION} and {@code SSL_CTX_FUNCTION}; both chunk callbacks share one userdata. */
    private static String optionFor(Callback kind, String what) {
        String name = kind.name() + what;
        String other = kind.name() + "_" + what;
        String shared = kind.name().replaceFirst("_(BGN|END)$", "") + "_" + what;
        return OPTIONS.containsKey(name) ? name : OPTIONS.containsKey(other) ? other : shared;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "MULTI_.*|MIME_.*|SSLS_EXPORT")
    void numbersAreTheHeaders(Callback kind) {
        assertEquals(OPTIONS.get(optionFor(kind, "FUNCTION")), kind.functionId());
        assertEquals(OPTIONS.get(optionFor(kind, "DATA")), kind.dataId());
        assertSame(kind, Callback.byFunctionId(kind.functionId()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "MULTI_.*")
    void numbersOfAMultiAreTheHeaders(Callback kind) {
        String name = kind.name().substring(MULTI.length());
        assertEquals(MULTI_OPTIONS.get(name + "FUNCTION"), kind.functionId());
        assertEquals(MULTI_OPTIONS.get(name + "DATA"), kind.dataId());
        assertSame(kind, Callback.byMultiFunctionId(kind.functionId()));
    }

    @ParameterizedTest
    @EnumSource
    void aStubLivesAsLongAsTheProcess(Callback kind) {
        assertNotNull(Upcalls.stub(kind));
        assertSame(Upcalls.stub(kind), Upcalls.stub(kind));
    }

    @Test
    void nothingOfTheHeaderIsMissing() {
        Set<String> functions = new TreeSet<>(OPTIONS.keySet());
        functions.removeIf(name -> !name.endsWith("FUNCTION"));
        for (Callback kind : Callback.values()) {
            functions.remove(optionFor(kind, "FUNCTION"));
        }
        assertEquals(
                Set.of("CONV_FROM_NETWORK_FUNCTION", "CONV_FROM_UTF8_FUNCTION", "CONV_TO_NETWORK_FUNCTION"),
                functions,
                "the conversion callbacks have been without effect since libcurl 7.82.0");
        assertNull(Callback.byFunctionId(0));
    }
}
