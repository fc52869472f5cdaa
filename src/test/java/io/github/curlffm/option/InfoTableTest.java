package io.github.curlffm.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.internal.key.InfoKind;
import io.github.curlffm.internal.key.InfoRow;
import io.github.curlffm.testing.Keys;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InfoTableTest {

    private static final int TYPE_BITS = 0xf00000;

    private static final Map<String, Set<String>> LEFT_OUT = Map.of(
            "a type, not an info",
            Set.of("STRING", "LONG", "DOUBLE", "SLIST", "PTR", "SOCKET", "OFF_T", "MASK", "TYPEMASK"),
            "of curl_infotype: DebugCallback.InfoType",
            Set.of("TEXT", "HEADER_IN", "HEADER_OUT", "DATA_IN", "DATA_OUT", "SSL_DATA_IN", "SSL_DATA_OUT", "END"),
            "the beginning and the end of C's enum",
            Set.of("NONE", "LASTONE"));

    /** Those with {@code CURL_DEPRECATED} in the curl.h that the bindings are made from. */
    private static final Set<String> DEPRECATED = Set.of(
            "CONTENT_LENGTH_DOWNLOAD",
            "CONTENT_LENGTH_UPLOAD",
            "LASTSOCKET",
            "PROTOCOL",
            "SIZE_DOWNLOAD",
            "SIZE_UPLOAD",
            "SPEED_DOWNLOAD",
            "SPEED_UPLOAD",
            "TLS_SESSION");

    /** The kinds by the type in the number, which decides how many bytes libcurl writes. */
    private static final Map<Integer, Set<InfoKind>> KINDS_BY_TYPE = Map.of(
            0x100000, EnumSet.of(InfoKind.STRING, InfoKind.OBJECT),
            0x200000,
                    EnumSet.of(
                            InfoKind.LONG,
                            InfoKind.FLAG,
                            InfoKind.SECONDS,
                            InfoKind.INSTANT,
                            InfoKind.SOCKET,
                            InfoKind.VALUE,
                            InfoKind.MASK),
            0x300000, EnumSet.of(InfoKind.DOUBLE),
            0x400000, EnumSet.of(InfoKind.SLIST, InfoKind.CERTINFO, InfoKind.TLS_SESSION),
            0x500000, EnumSet.of(InfoKind.SOCKET),
            0x600000, EnumSet.of(InfoKind.OFF_T, InfoKind.MICROSECONDS, InfoKind.SECONDS, InfoKind.INSTANT_T));

    private final Table<Info<?>> table = new Table<>(Info.class, "CURLINFO_");

    @Test
    void namesAndNumbersAreTheHeaders() {
        table.assertNamesAndNumbersAreTheHeaders("CURLINFO_");
        assertTrue(
                table.keys().size() > 70,
                () -> "too few to be all: " + table.keys().keySet());
    }

    @Test
    void everyInfoOfTheHeaderIsThereOrLeftOutForAReason() {
        table.assertNothingIsMissing(Map.of("HTTP_CODE", "RESPONSE_CODE"), LEFT_OUT);
    }

    @Test
    void deprecatedAreThoseThatTheHeaderDeprecates() {
        table.assertDeprecated(DEPRECATED);
    }

    @Test
    void sinceIsAVersion() {
        table.assertVersionsAreVersions();
    }

    @Test
    void kindsFitTheTypeInTheNumber() {
        for (Info<?> key : table.keys().values()) {
            InfoRow info = Keys.infoRow(key);
            Set<InfoKind> fitting = KINDS_BY_TYPE.get(info.number() & TYPE_BITS);
            assertTrue(fitting.contains(info.kind()), () -> info + " is " + info.kind());
            boolean named = info.kind() == InfoKind.VALUE || info.kind() == InfoKind.MASK;
            assertEquals(named, info.constants() != null, info::toString);
        }
    }

    /** Another type would let libcurl write 8 bytes where 4 are, or a pointer be taken from a number. */
    @Test
    void infoByNumberIsRefusedWhenTheNumberIsOfAnotherType() {
        assertEquals(0x20007f, Info.number("NEWINFO", 0x20007f).number());
        assertThrows(IllegalArgumentException.class, () -> Info.number("NEWINFO", 0x10007f));
        assertThrows(IllegalArgumentException.class, () -> Info.string("NEWINFO", 0x20007f));
        assertThrows(IllegalArgumentException.class, () -> Info.offset("NEWINFO", 0x20007f));
        assertThrows(IllegalArgumentException.class, () -> Info.real("NEWINFO", 0x60007f));
        assertThrows(IllegalArgumentException.class, () -> Info.slist("NEWINFO", 0x10007f));
    }
}
