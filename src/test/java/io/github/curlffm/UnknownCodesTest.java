package io.github.curlffm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * A code that only a future libcurl has keeps its number. In this package since no libcurl of today can be made to return
 * such a code, and the constructors of the exceptions are visible here only.
 */
class UnknownCodesTest {

    @Test
    void ofATransfer() {
        CurlException e = new CurlException(4711, "");
        assertEquals(CurlCode.UNKNOWN, e.code());
        assertEquals(4711, e.number());
        assertEquals("[4711] Unknown error", e.getMessage());
    }

    @Test
    void ofAUrl() {
        CurlUrlException e = new CurlUrlException(999, "URL refused", "x");
        assertEquals(CurlUrlCode.UNKNOWN, e.code());
        assertEquals(999, e.number());
    }
}
