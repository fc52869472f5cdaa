package io.github.curlffm;

import io.github.curlffm.callback.SslsExportCallback;
import io.github.curlffm.internal.c.OneLine;
import io.github.curlffm.internal.ffi.curl_ffm_h;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** TLS sessions: how a Java value travels to libcurl. */
final class EasySessions {

    private EasySessions() {}

    /** {@return libcurl's code} */
    static int take(MemorySegment easy, SslsExportCallback.Session session, Arena arena) {
        MemorySegment key = MemorySegment.NULL;
        if (session.sessionKey() != null) {
            OneLine.refuseBreak("the key of a TLS session", session.sessionKey());
            key = arena.allocateFrom(session.sessionKey());
        }
        MemorySegment shmac = session.shmac() == null
                ? MemorySegment.NULL
                : arena.allocateFrom(ValueLayout.JAVA_BYTE, session.shmac());
        MemorySegment data = arena.allocateFrom(ValueLayout.JAVA_BYTE, session.data());
        return curl_ffm_h.curl_easy_ssls_import(easy, key, shmac, shmac.byteSize(), data, data.byteSize());
    }
}
