package io.github.curlffm.easy;

import static io.github.curlffm.testing.Options.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlOptionException;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Loaded;
import io.github.curlffm.testing.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every option: what goes to libcurl is accepted, or refused in words. */
class EasyOptionsTest {

    /** Refused with their own code: there is no such engine; libcurl 7.88.0 to 8.6.0 refuses any SRP of a proxy. */
    private static final Map<Option<?>, CurlCode> ALWAYS_REFUSED = Map.of(
            Option.SSLENGINE, CurlCode.SSL_ENGINE_NOTFOUND,
            Option.PROXY_TLSAUTH_TYPE, CurlCode.BAD_FUNCTION_ARGUMENT);

    @TempDir
    Path folder;

    static List<Option<?>> all() {
        return Options.all();
    }

    /** Runs it; when libcurl refuses the option, checks that it is one that libcurl may lack, and how that is said. */
    private static boolean accepted(Option<?> option, Runnable call) {
        try {
            call.run();
            assertTrue(Loaded.has(option), () -> option + " was accepted before its time");
            return true;
        } catch (CurlOptionException e) {
            assertEquals(option.toString(), e.option());
            assertTrue(e.getMessage().startsWith(option.toString()), e::getMessage);
            if (e.code() == ALWAYS_REFUSED.get(option)) {
                assertTrue(e.getMessage().contains("refused the value"), e::getMessage);
                return false;
            }
            assertTrue(e.getMessage().contains(Curl.version().version()), e::getMessage);
            if (Loaded.has(option)) {
                assertTrue(e.code() == CurlCode.UNKNOWN_OPTION || e.code() == CurlCode.NOT_BUILT_IN, e::getMessage);
                assertTrue(e.getMessage().contains("not built into"), e::getMessage);
            } else {
                assertEquals(CurlCode.UNKNOWN_OPTION, e.code(), e::getMessage);
                assertTrue(e.getMessage().contains("came with libcurl " + option.since()), e::getMessage);
            }
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyOptionIsSetAndUnset(Option<?> option, Easy easy) {
        Object value = Options.sensible(option, folder);
        boolean there = accepted(option, () -> easy.unset(option));
        if (value != null) {
            there = accepted(option, () -> set(easy, option, value));
        }
        if (there) {
            easy.unset(option);
            easy.unset(option);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void noOptionIsSetToNull(Option<?> option, Easy easy) {
        NullPointerException e = assertThrows(NullPointerException.class, () -> set(easy, option, null));
        assertTrue(e.getMessage().contains(option.toString()), e::getMessage);
        assertTrue(e.getMessage().contains("unset(" + option.name() + ")"), e::getMessage);
    }

    @ParameterizedTest
    @MethodSource("all")
    void numbersBeyondAllMeasureAreAcceptedOrRefused(Option<?> option) {
        boolean number = Options.sensible(option, folder) instanceof Long;
        for (long value : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, Integer.MIN_VALUE, 1L << 31, 1L << 32}) {
            try (Easy easy = new Easy()) {
                if (number) {
                    set(easy, option, value);
                }
            } catch (CurlOptionException e) {
                assertTrue(number);
                assertEquals(option.toString(), e.option());
            }
        }
    }
}
