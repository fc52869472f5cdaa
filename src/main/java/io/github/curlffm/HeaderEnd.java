package io.github.curlffm;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Looks for the end of the header of the last response. Other responses come before: to CONNECT, with a code below 200, with a
 * redirect, or with a challenge. Whether libcurl answers these it does not say; so after them it counts when there are data, or
 * the end.
 */
final class HeaderEnd {

    private static final List<byte[]> STATUS_LINES =
            List.of("HTTP/".getBytes(StandardCharsets.US_ASCII), "RTSP/".getBytes(StandardCharsets.US_ASCII));

    private static final int OK = 200;
    private static final int REDIRECTS = 300;
    private static final int ERRORS = 400;

    /** Unauthorized, for the server or a proxy, and the refusal of {@code Expect}. */
    private static final Set<Long> MAYBE_ANSWERED = Set.of(401L, 407L, 417L);

    private final LongSupplier responseCode;
    private boolean hasStatus;
    private boolean complete;

    /**
     * Begins before the first line.
     *
     * @param responseCode what libcurl says, of which a response to CONNECT is none
     */
    HeaderEnd(LongSupplier responseCode) {
        this.responseCode = responseCode;
    }

    /** Takes the next line. */
    void line(MemorySegment line) {
        if (complete) {
            return;
        }
        if (isStatus(line)) {
            hasStatus = true;
        } else if (hasStatus && isEmpty(line)) {
            hasStatus = false;
            complete = isLast(responseCode.getAsLong());
        }
    }

    /** {@return whether it was there} */
    boolean isComplete() {
        return complete;
    }

    /**
     * {@return whether these data are of a header, which libcurl gives to WRITE, too, if {@code HEADER} is set} It does not
     * stand a pause in the middle: 7.88.1 takes what comes after that for a header without a name.
     */
    boolean isInside(MemorySegment data) {
        return hasStatus || isStatus(data);
    }

    private static boolean isStatus(MemorySegment line) {
        return STATUS_LINES.stream().anyMatch(status -> begins(line, status));
    }

    private static boolean begins(MemorySegment line, byte[] status) {
        return line.byteSize() > status.length
                && line.asSlice(0, status.length).mismatch(MemorySegment.ofArray(status)) < 0;
    }

    private static boolean isEmpty(MemorySegment line) {
        byte first = line.byteSize() == 0 ? (byte) '\n' : line.get(ValueLayout.JAVA_BYTE, 0);
        return first == '\r' || first == '\n';
    }

    private static boolean isLast(long code) {
        return code >= OK && (code < REDIRECTS || code >= ERRORS) && !MAYBE_ANSWERED.contains(code);
    }
}
