package io.github.curlffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.curlffm.callback.TlsSession;
import io.github.curlffm.internal.c.C;
import io.github.curlffm.internal.c.CertInfoStruct;
import io.github.curlffm.internal.c.Setopt;
import io.github.curlffm.internal.c.TlsSessionStruct;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import io.github.curlffm.internal.key.InfoKind;
import io.github.curlffm.internal.key.InfoRow;
import io.github.curlffm.option.CertInfo;
import io.github.curlffm.option.Constant;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.SslBackend;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Infos: converts libcurl's value to a Java value. */
final class EasyInfos {

    private static final int SOCKET_BAD = -1;
    private static final long UNKNOWN_TIME = -1;

    private EasyInfos() {}

    @SuppressWarnings("unchecked") // the kind of a key decides the type of its value, as the key's factories do
    static <T> T get(Easy easy, Info<T> info) {
        InfoRow row = Rows.of(info);
        if (row.kind() == InfoKind.OBJECT) {
            return (T) easy.options.settings().privateObject;
        }
        try (Arena arena = Arena.ofConfined()) {
            return (T) value(easy, row, arena.allocate(JAVA_LONG));
        }
    }

    private static Object value(Easy easy, InfoRow info, MemorySegment result) {
        int code = Setopt.easyInfo(easy.pointer(), info.number(), result);
        if (code != 0) {
            throw CurlOptionException.refused(info, "no value", code);
        }
        return switch (info.kind()) {
            case STRING -> easy.state.text().string(result.get(ADDRESS, 0));
            case LONG -> C.number(result);
            case OFF_T -> result.get(JAVA_LONG, 0);
            case DOUBLE -> result.get(JAVA_DOUBLE, 0);
            case FLAG -> C.number(result) != 0;
            case MICROSECONDS -> Duration.of(result.get(JAVA_LONG, 0), ChronoUnit.MICROS);
            case SECONDS -> Duration.ofSeconds(result.get(JAVA_LONG, 0));
            case INSTANT -> instant(C.number(result));
            case INSTANT_T -> instant(result.get(JAVA_LONG, 0));
            case SLIST -> ownedStrings(easy, result.get(ADDRESS, 0));
            case CERTINFO -> certificates(easy, result.get(ADDRESS, 0));
            case TLS_SESSION -> tlsSession(result.get(ADDRESS, 0));
            case SOCKET -> socket(result.get(JAVA_INT, 0));
            case VALUE -> Constant.of(info.constants().asSubclass(Constant.class), C.number(result));
            case MASK -> Constant.setOf(info.constants().asSubclass(Constant.class), C.number(result));
            case OBJECT -> throw new AssertionError("answered above");
        };
    }

    private static Instant instant(long seconds) {
        return seconds == UNKNOWN_TIME ? null : Instant.ofEpochSecond(seconds);
    }

    private static List<String> ownedStrings(Easy easy, MemorySegment list) {
        List<String> strings = List.copyOf(easy.state.text().strings(list));
        curl_ffm_h.curl_slist_free_all(list);
        return strings;
    }

    private static List<CertInfo> certificates(Easy easy, MemorySegment pointer) {
        return CertInfoStruct.read(pointer, easy.state.text()).stream()
                .map(CertInfo::new)
                .toList();
    }

    private static TlsSession tlsSession(MemorySegment pointer) {
        if (pointer.address() == 0) {
            return null;
        }
        TlsSessionStruct session = TlsSessionStruct.read(pointer);
        return new TlsSession(Constant.of(SslBackend.class, session.backend()), session.internals());
    }

    private static Long socket(int descriptor) {
        return descriptor == SOCKET_BAD ? null : (Long) (long) descriptor;
    }
}
