package io.github.curlffm.internal.c;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.github.curlffm.callback.HstsEntry;
import io.github.curlffm.internal.ffi.curl_hstsentry;
import io.github.curlffm.internal.ffi.curl_index;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** {@code struct curl_hstsentry}, with the bit-field that jextract leaves out, and {@code struct curl_index}. */
public final class HstsEntryStruct {

    private static final DateTimeFormatter EXPIRE = DateTimeFormatter.ofPattern("uuuuMMdd HH:mm:ss");

    private static final int DATE_LENGTH = 8;

    /** The first bit of the byte before {@code expire}, as gcc and clang lay it out on little-endian machines. */
    private static final long INCLUDE_SUB_DOMAINS = curl_hstsentry.expire$offset() - 1;

    private HstsEntryStruct() {}

    public static HstsEntry read(MemorySegment pointer, Text text) {
        MemorySegment struct = C.struct(pointer, curl_hstsentry.layout());
        return new HstsEntry(
                text.string(curl_hstsentry.name(struct)),
                (struct.get(JAVA_BYTE, INCLUDE_SUB_DOMAINS) & 1) != 0,
                expire(field(curl_hstsentry.expire(struct))));
    }

    /** {@return the characters of an array up to the first zero byte, if there is one} */
    private static String field(MemorySegment array) {
        String all = new String(array.toArray(JAVA_BYTE), StandardCharsets.US_ASCII);
        int end = all.indexOf(0);
        return end < 0 ? all : all.substring(0, end);
    }

    private static Instant expire(String text) {
        boolean afterYear9999 = text.indexOf(' ') > DATE_LENGTH; // the field is too short then: libcurl truncates it
        if (text.isEmpty() || text.equals("unlimited") || afterYear9999) {
            return null;
        }
        return LocalDateTime.parse(text, EXPIRE).toInstant(ZoneOffset.UTC);
    }

    public static void write(HstsEntry entry, MemorySegment pointer, Text text) {
        MemorySegment struct = C.struct(pointer, curl_hstsentry.layout());
        byte[] name = text.line(entry.name(), Text.refusal("the name of an HSTS entry", entry.name()));
        long room = curl_hstsentry.namelen(struct);
        if (name.length == 0 || name.length > room) {
            throw new IllegalArgumentException("the HSTS entry's name \"" + entry.name() + "\" has " + name.length
                    + " bytes; libcurl takes 1 to " + room);
        }
        String expire = expire(entry);
        MemorySegment target = curl_hstsentry.name(struct).reinterpret(room + 1);
        MemorySegment.copy(name, 0, target, JAVA_BYTE, 0, name.length);
        target.set(JAVA_BYTE, name.length, (byte) 0);
        int bits = struct.get(JAVA_BYTE, INCLUDE_SUB_DOMAINS) & ~1;
        struct.set(JAVA_BYTE, INCLUDE_SUB_DOMAINS, (byte) (entry.includeSubDomains() ? bits | 1 : bits));
        byte[] ascii = Arrays.copyOf(expire.getBytes(StandardCharsets.US_ASCII), expire.length() + 1);
        MemorySegment.copy(ascii, 0, curl_hstsentry.expire(struct), JAVA_BYTE, 0, ascii.length);
    }

    private static String expire(HstsEntry entry) {
        if (entry.expire() == null) {
            return "";
        }
        try {
            LocalDateTime expire = LocalDateTime.ofInstant(entry.expire(), ZoneOffset.UTC);
            if (expire.getYear() >= 1 && expire.getYear() <= 9999) {
                return EXPIRE.format(expire);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(tooFar(entry), e);
        }
        throw new IllegalArgumentException(tooFar(entry));
    }

    private static String tooFar(HstsEntry entry) {
        return "the HSTS entry for " + entry.name() + " expires at " + entry.expire()
                + "; libcurl takes the years 0001 to 9999, and null for no end";
    }

    public static long index(MemorySegment pointer) {
        return curl_index.index(C.struct(pointer, curl_index.layout()));
    }

    public static long total(MemorySegment pointer) {
        return curl_index.total(C.struct(pointer, curl_index.layout()));
    }
}
