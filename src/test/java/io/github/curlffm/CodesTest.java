package io.github.curlffm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.testing.Header;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/**
 * libcurl's codes. In this package since {@link CurlHeaderCode} and the constructors of the exceptions are visible here
 * only.
 */
class CodesTest {

    /** What curl.h defines for old programs: names of codes that have another name now. */
    private static final Set<String> OLD_NAMES = Set.of("""
            BAD_CALLING_ORDER BAD_PASSWORD_ENTERED CONV_FAILED CONV_REQD FTP_ACCESS_DENIED FTP_BAD_DOWNLOAD_RESUME
            FTP_CANT_RECONNECT FTP_COULDNT_GET_SIZE FTP_COULDNT_SET_ASCII FTP_COULDNT_SET_BINARY FTP_COULDNT_STOR_FILE
            FTP_PARTIAL_FILE FTP_QUOTE_ERROR FTP_SSL_FAILED FTP_USER_PASSWORD_INCORRECT FTP_WEIRD_SERVER_REPLY
            FTP_WEIRD_USER_REPLY FTP_WRITE_ERROR FUNCTION_NOT_FOUND HTTP_NOT_FOUND HTTP_PORT_FAILED HTTP_POST_ERROR
            HTTP_RANGE_ERROR LDAP_INVALID_URL LIBRARY_NOT_FOUND MALFORMAT_USER OBSOLETE OBSOLETE10 OBSOLETE12
            OBSOLETE16 OPERATION_TIMEOUTED SHARE_IN_USE SSL_CACERT SSL_PEER_CERTIFICATE TELNET_OPTION_SYNTAX
            TFTP_DISKFULL TFTP_EXISTS UNKNOWN_TELNET_OPTION URL_MALFORMAT_USER
            """.strip().split("\\s+"));

    /** Every code of the header has its constant and the other way round, and every number leads to its constant. */
    private static <E extends Enum<E>> void check(
            String prefix, E[] codes, ToIntFunction<E> number, IntFunction<E> of, Set<String> leftOut) {
        Map<String, Long> header = new TreeMap<>(Header.constants(prefix));
        leftOut.forEach(name -> assertFalse(header.remove(name) == null, name + " is not in the header"));
        Map<String, Long> java = new TreeMap<>();
        E unknown = null;
        for (E code : codes) {
            if (code.name().equals("UNKNOWN")) {
                unknown = code;
            } else {
                java.put(code.name(), (long) number.applyAsInt(code));
                assertSame(code, of.apply(number.applyAsInt(code)));
            }
        }
        assertEquals(header, java);
        long first = java.values().stream().min(Long::compare).orElseThrow();
        long last = java.values().stream().max(Long::compare).orElseThrow();
        assertEquals(unknown.ordinal(), last - first + 1, "there are no gaps, and UNKNOWN comes last");
        for (long none : new long[] {first - 1, last + 1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertSame(unknown, of.apply((int) none));
        }
    }

    @Test
    void curlCodes() {
        Map<String, Long> header = Header.constants("CURLE_");
        for (String name : OLD_NAMES) {
            assertEquals(
                    header.get(name), CurlCode.of(header.get(name).intValue()).number(), name);
            assertThrows(IllegalArgumentException.class, () -> CurlCode.valueOf(name));
        }
        Set<String> leftOut = new TreeSet<>(OLD_NAMES);
        leftOut.add("ALREADY_COMPLETE"); // 99999, which libcurl never returns
        check("CURLE_", CurlCode.values(), CurlCode::number, CurlCode::of, leftOut);
    }

    @Test
    void curlMultiCodes() {
        Map<String, Long> header = Header.constants("CURLM_");
        assertEquals(header.get("CALL_MULTI_PERFORM"), header.get("CALL_MULTI_SOCKET"));
        check(
                "CURLM_",
                CurlMultiCode.values(),
                CurlMultiCode::number,
                CurlMultiCode::of,
                Set.of("CALL_MULTI_SOCKET", "LAST"));
    }

    @Test
    void curlUrlCodes() {
        check("CURLUE_", CurlUrlCode.values(), CurlUrlCode::number, CurlUrlCode::of, Set.of("LAST"));
    }

    @Test
    void curlShareCodes() {
        check("CURLSHE_", CurlShareCode.values(), CurlShareCode::number, CurlShareCode::of, Set.of("LAST"));
    }

    @Test
    void curlHeaderCodes() {
        check("CURLHE_", CurlHeaderCode.values(), CurlHeaderCode::number, CurlHeaderCode::of, Set.of());
    }

    /** The header has no attribute for these; their names say it. */
    @Test
    void obsoleteCodesAreDeprecated() {
        for (CurlCode code : CurlCode.values()) {
            boolean deprecated = Arrays.stream(CurlCode.class.getFields())
                    .anyMatch(field ->
                            field.getName().equals(code.name()) && field.isAnnotationPresent(Deprecated.class));
            assertEquals(code.name().startsWith("OBSOLETE"), deprecated, code::name);
        }
    }

    /** No libcurl of today can be made to return such a code. */
    @Test
    void codeThatNobodyKnowsKeepsItsNumber() {
        CurlException e = new CurlException(4711, "");
        assertEquals(CurlCode.UNKNOWN, e.code());
        assertEquals(4711, e.number());
        assertEquals("[4711] Unknown error", e.getMessage());
    }

    @Test
    void urlCodeThatNobodyKnowsKeepsItsNumber() {
        CurlUrlException e = new CurlUrlException(999, "URL refused", "x");
        assertEquals(CurlUrlCode.UNKNOWN, e.code());
        assertEquals(999, e.number());
    }
}
