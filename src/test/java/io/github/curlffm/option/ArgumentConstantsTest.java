package io.github.curlffm.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.curlffm.CurlUrl;
import io.github.curlffm.Easy;
import io.github.curlffm.testing.Header;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The enums that functions take, as opposed to options, against the constants of libcurl's header. */
class ArgumentConstantsTest {

    static Stream<Arguments> enums() {
        return Stream.of(
                arguments("CURLU_", CurlUrl.Flag.values(), Map.of()),
                arguments("CURLUPART_", CurlUrl.Part.values(), Map.of()),
                arguments("CURLH_", HeaderOrigin.values(), Map.of("INTERIM", "1XX")),
                arguments("CURLWS_", WsFlag.values(), Map.of()),
                arguments("CURLPAUSE_", Easy.Direction.values(), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("enums")
    void areTheHeaders(String prefix, Constant[] constants, Map<String, String> otherNames) {
        Map<String, Long> java = new TreeMap<>();
        for (Constant constant : constants) {
            java.put(otherNames.getOrDefault(constant.toString(), constant.toString()), constant.number());
        }
        Map<String, Long> header = Header.constants(prefix);
        header.keySet().removeAll(Set.of("RAW_MODE", "NOAUTOPONG")); // options, with the prefix of the flags of frames
        if (prefix.equals("CURLPAUSE_")) { // there are names for sets of them, and for the empty one
            header.keySet().removeAll(Set.of("ALL", "CONT", "RECV_CONT", "SEND_CONT"));
        }
        assertEquals(header, java);
    }
}
